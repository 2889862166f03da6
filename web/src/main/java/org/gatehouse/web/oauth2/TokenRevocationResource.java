package org.gatehouse.web.oauth2;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.gatehouse.provider.oauth2.presented.GlobalRevocation;
import org.gatehouse.type.WireObject;
import org.gatehouse.web.api.ApiCaller;

/** Takes back at once what applications hold: of a user, of a client. Whatever is sent along is ignored. */
@RequestScoped
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public class TokenRevocationResource {

    @Inject
    private GlobalRevocation revocation;

    @Inject
    private ApiCaller caller;

    /** Revokes every token and code that acts for the user. */
    @POST
    @Path("core/users/{id}/revoke_tokens")
    @Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
    public Response ofUser(@PathParam("id") String id) {
        return answer(revocation.revokeUser(caller.actor(), id));
    }

    /** Revokes every token and code of the client. */
    @POST
    @Path("providers/oauth2/{id}/revoke_tokens")
    @Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
    public Response ofClient(@PathParam("id") String id) {
        return answer(revocation.revokeClient(caller.actor(), id));
    }

    private static Response answer(int revoked) {
        return Response.ok(WireObject.empty().put("revoked", revoked).build()).build();
    }
}
