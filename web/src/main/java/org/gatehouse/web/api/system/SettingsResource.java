package org.gatehouse.web.api.system;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import org.gatehouse.setting.ManagedSettings;
import org.gatehouse.web.api.ApiCaller;
import org.gatehouse.web.http.JsonBody;

/** The settings of the installation. */
@RequestScoped
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public class SettingsResource {

    @Inject
    private ManagedSettings settings;

    @Inject
    private ApiCaller caller;

    /** All settings. */
    @GET
    @Path("admin/settings")
    public JsonObject retrieve() {
        return settings.read(caller.actor());
    }

    /** Replaces all of them: what is not sent falls back to its default. */
    @PUT
    @Path("admin/settings")
    @Consumes(MediaType.APPLICATION_JSON)
    public JsonObject update(InputStream body) {
        return settings.replace(caller.actor(), JsonBody.read(body));
    }

    /** Changes what is sent. */
    @PATCH
    @Path("admin/settings")
    @Consumes(MediaType.APPLICATION_JSON)
    public JsonObject partialUpdate(InputStream body) {
        return settings.patch(caller.actor(), JsonBody.read(body));
    }
}
