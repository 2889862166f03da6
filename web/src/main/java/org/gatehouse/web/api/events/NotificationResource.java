package org.gatehouse.web.api.events;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import org.gatehouse.notification.OwnNotifications;
import org.gatehouse.notification.TransportTrial;
import org.gatehouse.type.WireObject;
import org.gatehouse.web.api.ApiCaller;
import org.gatehouse.web.api.ModelAnswers;
import org.gatehouse.web.http.JsonBody;

/** What the caller was told, and the test of a transport. */
@RequestScoped
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public class NotificationResource {

    private static final String ALL = "events/notifications";
    private static final String ONE = ALL + "/{uuid}";

    @Inject
    private OwnNotifications notifications;

    @Inject
    private TransportTrial trial;

    @Inject
    private ModelAnswers answers;

    @Inject
    private ApiCaller caller;

    @Context
    private UriInfo uri;

    /** The caller's own, the latest first. */
    @GET
    @Path(ALL)
    public Response list() {
        return answers.page(uri.getQueryParameters(), query -> notifications.list(caller.actor(), query));
    }

    /** One of the caller's own. */
    @GET
    @Path(ONE)
    public Response read(@PathParam("uuid") String key) {
        return Response.ok(notifications.read(caller.actor(), key)).build();
    }

    /** Replaces what can be changed. */
    @PUT
    @Path(ONE)
    @Consumes(MediaType.APPLICATION_JSON)
    public Response update(@PathParam("uuid") String key, InputStream body) {
        notifications.change(caller.actor(), key, JsonBody.read(body), true);
        return read(key);
    }

    /** Changes what is sent. */
    @PATCH
    @Path(ONE)
    @Consumes(MediaType.APPLICATION_JSON)
    public Response partialUpdate(@PathParam("uuid") String key, InputStream body) {
        notifications.change(caller.actor(), key, JsonBody.read(body), false);
        return read(key);
    }

    /** Forgets one. */
    @DELETE
    @Path(ONE)
    public Response destroy(@PathParam("uuid") String key) {
        notifications.delete(caller.actor(), key);
        return Response.noContent().build();
    }

    /** Nothing refers to a notification. */
    @GET
    @Path(ONE + "/used_by")
    public Response usedBy(@PathParam("uuid") String key) {
        notifications.read(caller.actor(), key);
        return Response.ok(JsonValue.EMPTY_JSON_ARRAY).build();
    }

    /** Marks all of the caller's as seen. */
    @POST
    @Path(ALL + "/mark_all_seen")
    @Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
    public Response markAllSeen() {
        notifications.markAllSeen(caller.actor());
        return Response.noContent().build();
    }

    /** Sends a message by the transport to the caller. */
    @POST
    @Path("events/transports/{uuid}/test")
    @Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
    public Response test(@PathParam("uuid") String key) {
        return Response.ok(WireObject.empty().put("messages", trial.send(caller.actor(), key)).build()).build();
    }
}
