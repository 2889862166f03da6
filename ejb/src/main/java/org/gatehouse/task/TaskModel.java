package org.gatehouse.task;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.EnumSet;
import java.util.Set;
import org.gatehouse.access.Actor;
import org.gatehouse.model.task.TaskRun;
import org.gatehouse.model.task.TaskRunRepository;
import org.gatehouse.type.FieldProblems;
import org.gatehouse.type.InvalidInput;
import org.gatehouse.type.RowModel;
import org.gatehouse.type.WireObject;

/** The runs of jobs as administrators read them. They go by themselves after thirty days. */
@ApplicationScoped
public class TaskModel extends RowModel<TaskRun> {

    @Inject
    private TaskRunRepository runs;

    @Inject
    private Jobs jobs;

    public TaskModel() {
        super(TaskRunRepository.COLUMNS);
    }

    @Override
    public String name() {
        return "authentik_tasks.task";
    }

    @Override
    public String path() {
        return "tasks/tasks";
    }

    @Override
    public String keyField() {
        return "message_id";
    }

    @Override
    public Set<Operation> operations() {
        return EnumSet.noneOf(Operation.class);
    }

    @Override
    public void delete(Actor actor, String key) {
        throw new InvalidInput(FieldProblems.GENERAL, "Runs of jobs are not deleted by hand.");
    }

    @Override
    protected TaskRunRepository repository() {
        return runs;
    }

    @Override
    protected String keyOf(TaskRun run) {
        return run.getId().toString();
    }

    @Override
    protected JsonObject wire(TaskRun run) {
        return WireObject.empty().put("message_id", run.getId()).put("queue_name", "default").put("actor_name", run.getName())
                .put("state", run.getState()).put("mtime", run.getChanged()).put("retries", run.getRetries()).put("eta", null)
                .put("rel_obj_app_label", "").put("rel_obj_model", "").put("rel_obj_id", null).put("uid", run.getName())
                .put("logs", array(run.getLogs())).put("previous_logs", array(run.getPreviousLogs()))
                .put("aggregated_status", run.getStatus())
                .put("description", jobs.find(run.getName()).map(Job::description).orElse(null)).build();
    }

    private static JsonArray array(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return reader.readArray();
        }
    }
}
