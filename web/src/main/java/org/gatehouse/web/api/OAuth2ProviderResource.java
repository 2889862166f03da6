package org.gatehouse.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.gatehouse.provider.oauth2.insight.ClaimsPreview;
import org.gatehouse.provider.oauth2.insight.SetupUrls;
import org.gatehouse.type.WireObject;

/** What administrators look at in an OAuth2 provider beside its settings. */
@RequestScoped
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public class OAuth2ProviderResource {

    @Inject
    private SetupUrls urls;

    @Inject
    private ClaimsPreview preview;

    @Inject
    private ApiCaller caller;

    /** The addresses that a client has to be given. */
    @GET
    @Path("providers/oauth2/{id}/setup_urls")
    public Response setupUrls(@PathParam("id") String id) {
        return Response.ok(urls.of(caller.actor(), id)).build();
    }

    /** What the client would be told about the caller, or another user. */
    @GET
    @Path("providers/oauth2/{id}/preview_user")
    public Response previewUser(@PathParam("id") String id, @QueryParam("for_user") String forUser) {
        return Response.ok(WireObject.empty().put("preview", preview.of(caller.actor(), id, Optional.ofNullable(forUser))).build()).build();
    }
}
