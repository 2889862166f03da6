package org.gatehouse.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.gatehouse.token.TokenSecrets;
import org.gatehouse.type.WireObject;
import org.gatehouse.web.http.JsonBody;

/** The keys of tokens, which are no field of theirs. */
@RequestScoped
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public class TokenResource {

    @Inject
    private TokenSecrets secrets;

    @Inject
    private ApiCaller caller;

    /** Shows the key, which leaves an event. */
    @GET
    @Path("core/tokens/{identifier}/view_key")
    public Response viewKey(@PathParam("identifier") String identifier) {
        return Response.ok(WireObject.empty().put("key", secrets.view(caller.actor(), identifier)).build())
                .header("Cache-Control", "no-store").build();
    }

    /** Replaces the key. */
    @POST
    @Path("core/tokens/{identifier}/set_key")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response setKey(@PathParam("identifier") String identifier, InputStream body) {
        secrets.set(caller.actor(), identifier, RequiredText.of(JsonBody.read(body), "key"));
        return Response.noContent().build();
    }
}
