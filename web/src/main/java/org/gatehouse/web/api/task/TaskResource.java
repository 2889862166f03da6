package org.gatehouse.web.api.task;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.gatehouse.installation.ProductVersion;
import org.gatehouse.task.TaskControls;
import org.gatehouse.type.WireObject;
import org.gatehouse.web.api.ApiCaller;

/** Has jobs done, and shows who does them. */
@RequestScoped
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public class TaskResource {

    private static final List<String> STATUSES = List.of("queued", "consumed", "preprocess", "running", "postprocess", "rejected", "done", "info",
            "warning", "error");

    @Inject
    private TaskControls controls;

    @Inject
    private ApiCaller caller;

    /** Has a job done now. */
    @POST
    @Path("tasks/schedules/{id}/send")
    @Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
    public void send(@PathParam("id") String id) {
        controls.send(caller.actor(), id);
    }

    /** Has it done again. */
    @POST
    @Path("tasks/tasks/{id}/retry")
    @Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
    public void retry(@PathParam("id") String id) {
        controls.retry(caller.actor(), id);
    }

    /** How many runs are in each status; of some of the contract's there never are any. */
    @GET
    @Path("tasks/tasks/status")
    public JsonObject status() {
        Map<String, Long> counts = controls.status(caller.actor());
        WireObject wire = WireObject.empty();
        STATUSES.forEach(status -> wire.put(status, counts.getOrDefault(status, 0L)));
        return wire.build();
    }

    /** The nodes. */
    @GET
    @Path("tasks/workers")
    public JsonArray workers() {
        JsonArrayBuilder workers = Json.createArrayBuilder();
        controls.workers(caller.actor()).forEach((node, version) -> workers.add(WireObject.empty().put("worker_id", node).put("version", version)
                .put("version_matching", version.equals(ProductVersion.current())).build()));
        return workers.build();
    }
}
