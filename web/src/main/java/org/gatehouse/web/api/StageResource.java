package org.gatehouse.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import org.gatehouse.flow.ConfigurableStages;
import org.gatehouse.type.WireObject;

/** What stages offer beside being managed. */
@RequestScoped
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public class StageResource {

    @Inject
    private ConfigurableStages configurable;

    /** What users can set up for themselves. */
    @GET
    @Path("stages/all/user_settings")
    public Response userSettings() {
        JsonArrayBuilder settings = Json.createArrayBuilder();
        configurable.all(Locale.ENGLISH).forEach(setting -> settings.add(WireObject.empty()
                .put("object_uid", setting.objectUid())
                .put("component", setting.component())
                .put("title", setting.title())
                .put("configure_url", setting.configureUrl())
                .put("icon_url", "")
                .build()));
        return Response.ok(settings.build()).build();
    }
}
