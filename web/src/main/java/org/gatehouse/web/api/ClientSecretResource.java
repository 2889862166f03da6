package org.gatehouse.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.gatehouse.provider.oauth2.authentication.ClientSecretRotation;
import org.gatehouse.type.DocumentReader;
import org.gatehouse.type.WireObject;
import org.gatehouse.web.http.JsonBody;

/** New secrets for clients; not in the contract of authentik, whose providers have one secret. */
@RequestScoped
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public class ClientSecretResource {

    @Inject
    private ClientSecretRotation rotation;

    @Inject
    private DocumentReader documents;

    @Inject
    private ApiCaller caller;

    /** Makes a new secret and shows it, this once; the present one stays good for {@code valid_for}, a day if nothing is said. */
    @POST
    @Path("providers/oauth2/{id}/rotate_secret")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response rotate(@PathParam("id") String id, InputStream body) {
        ClientSecretRotation.Order order = documents.read(ClientSecretRotation.Order.class, JsonBody.read(body));
        return Response.ok(WireObject.empty().put("client_secret", rotation.rotate(caller.actor(), id, order)).build())
                .header("Cache-Control", "no-store").build();
    }
}
