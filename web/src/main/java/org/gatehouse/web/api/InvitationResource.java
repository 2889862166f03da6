package org.gatehouse.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.gatehouse.flow.stage.invitation.InvitationBatch;
import org.gatehouse.flow.stage.invitation.InvitationMail;
import org.gatehouse.web.http.JsonBody;

/** What is done with invitations beside reading and writing single ones. */
@RequestScoped
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public class InvitationResource {

    @Inject
    private InvitationBatch batch;

    @Inject
    private InvitationMail mail;

    @Inject
    private ApiCaller caller;

    /** Makes many invitations; not in the contract of authentik, whose clients make one at a time. */
    @POST
    @Path("stages/invitation/invitations/bulk")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response createAll(InputStream body) {
        JsonArrayBuilder made = Json.createArrayBuilder();
        batch.create(caller.actor(), JsonBody.read(body, ModelAnswers.MAX_BODY)).forEach(made::add);
        return Response.status(Response.Status.CREATED).entity(made.build()).build();
    }

    /** Sends the link of an invitation by e-mail. */
    @POST
    @Path("stages/invitation/invitations/{key}/send_email")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response send(@PathParam("key") String key, InputStream body) {
        mail.send(caller.actor(), key, JsonBody.read(body));
        return Response.noContent().build();
    }
}
