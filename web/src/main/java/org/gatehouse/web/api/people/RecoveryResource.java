package org.gatehouse.web.api.people;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.directory.Accounts;
import org.gatehouse.event.RequestOrigin;
import org.gatehouse.flow.recovery.RecoveryLinks;
import org.gatehouse.type.InvalidInput;
import org.gatehouse.type.ObjectKey;
import org.gatehouse.type.WireObject;
import org.gatehouse.web.api.ApiCaller;
import org.gatehouse.web.api.RequiredText;
import org.gatehouse.web.http.JsonBody;

/** Lets people back into their accounts: links, and hashes that come from elsewhere. */
@RequestScoped
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public class RecoveryResource {

    @Inject
    private RecoveryLinks links;

    @Inject
    private Accounts accounts;

    @Inject
    private RequestOrigin origin;

    @Inject
    private ApiCaller caller;

    /** A link into the brand's recovery flow. The body may be missing. */
    @POST
    @Path("core/users/{id}/recovery")
    @Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
    public Response link(@PathParam("id") String id, InputStream body) {
        String path = links.create(caller.actor(), id, duration(JsonBody.readIfAny(body)));
        return Response.ok(WireObject.empty().put("link", origin.baseUrl() + path).build()).header("Cache-Control", "no-store").build();
    }

    /** Mails such a link. */
    @POST
    @Path("core/users/{id}/recovery_email")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response mail(@PathParam("id") String id, InputStream body) {
        JsonObject sent = JsonBody.read(body);
        UUID stage = ObjectKey.uuid(RequiredText.of(sent, "email_stage"))
                .orElseThrow(() -> new InvalidInput("email_stage", "Must be a valid UUID."));
        links.mail(caller.actor(), id, stage, duration(sent));
        return Response.noContent().build();
    }

    /** Sets a password by its hash. */
    @POST
    @Path("core/users/{id}/set_password_hash")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response setPasswordHash(@PathParam("id") String id, InputStream body) {
        accounts.setPasswordHash(caller.actor(), id, RequiredText.of(JsonBody.read(body), "password"), caller.sessionId());
        return Response.noContent().build();
    }

    private static Optional<String> duration(JsonObject sent) {
        return sent.getOrDefault("token_duration", JsonValue.NULL) == JsonValue.NULL ? Optional.empty()
                : Optional.of(RequiredText.of(sent, "token_duration"));
    }
}
