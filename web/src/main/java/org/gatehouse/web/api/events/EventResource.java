package org.gatehouse.web.api.events;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.gatehouse.access.AccessDenied;
import org.gatehouse.event.EventAction;
import org.gatehouse.event.query.EventStatistics;
import org.gatehouse.event.query.EventVolume;
import org.gatehouse.type.InvalidInput;
import org.gatehouse.type.ModelQuery;
import org.gatehouse.type.ObjectKey;
import org.gatehouse.type.WireObject;
import org.gatehouse.web.api.ApiCaller;
import org.gatehouse.web.api.ListQuery;

/** Figures about events; all of them take the filters and the search of the list. */
@RequestScoped
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public class EventResource {

    private static final int DEFAULT_DAYS = 7;
    private static final int DEFAULT_APPLICATIONS = 15;

    @Inject
    private EventVolume volume;

    @Inject
    private EventStatistics statistics;

    @Inject
    private ApiCaller caller;

    @Context
    private UriInfo uri;

    /** The actions that events can have. */
    @GET
    @Path("events/events/actions")
    public Response actions() {
        if (!caller.actor().isAuthenticated()) {
            throw new AccessDenied("Authentication credentials were not provided.");
        }
        return array(EventAction.ALL.stream().map(action -> WireObject.empty()
                .put("name", EventAction.label(action)).put("description", "").put("component", action).put("model_name", "").build()).toList());
    }

    /** How many events of which action there were over time. */
    @GET
    @Path("events/events/volume")
    public Response volume(@QueryParam("history_days") String days) {
        return array(volume.of(caller.actor(), query(), number("history_days", days, DEFAULT_DAYS)).stream()
                .map(point -> WireObject.empty().put("action", point.action()).put("time", point.time()).put("count", point.count()).build())
                .toList());
    }

    /** The applications that are used most. */
    @GET
    @Path("events/events/top_per_user")
    public Response topPerUser(@QueryParam("top_n") String most) {
        return array(statistics.topApplications(caller.actor(), query(), number("top_n", most, DEFAULT_APPLICATIONS)).stream()
                .map(use -> WireObject.empty().put("application", use.application()).put("counted_events", use.events())
                        .put("unique_users", use.users()).build()).toList());
    }

    /** How many events, and of how many people, there were in some spans of time. */
    @GET
    @Path("events/events/stats")
    public Response stats(@QueryParam("count_steps") List<String> steps) {
        EventStatistics.Totals totals = statistics.totals(caller.actor(), query(), steps);
        WireObject counts = WireObject.empty();
        totals.counts().forEach(counts::put);
        return Response.ok(WireObject.empty().put("unique_users", totals.users()).put("count_step", counts.build()).build()).build();
    }

    private ModelQuery query() {
        return ListQuery.of(uri.getQueryParameters());
    }

    private static int number(String name, String text, int otherwise) {
        return Optional.ofNullable(text).filter(given -> !given.isEmpty()).map(given -> ObjectKey.number(given).filter(number -> number > 0)
                .map(number -> (int) Math.min(number, Integer.MAX_VALUE))
                .orElseThrow(() -> new InvalidInput(name, "Enter a whole number above zero."))).orElse(otherwise);
    }

    private static Response array(Collection<JsonObject> objects) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        objects.forEach(array::add);
        JsonArray built = array.build();
        return Response.ok(built).build();
    }
}
