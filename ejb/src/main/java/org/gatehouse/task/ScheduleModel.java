package org.gatehouse.task;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.access.Actor;
import org.gatehouse.model.task.TaskRunRepository;
import org.gatehouse.model.task.TaskSchedule;
import org.gatehouse.model.task.TaskScheduleRepository;
import org.gatehouse.type.Default;
import org.gatehouse.type.EntityModel;
import org.gatehouse.type.FieldProblems;
import org.gatehouse.type.ModelQuery;
import org.gatehouse.type.ObjectKey;
import org.gatehouse.type.WireObject;

/** Schedules as administrators manage them: each belongs to a job of the product, and what can be changed is when it runs. */
@ApplicationScoped
public class ScheduleModel extends EntityModel<TaskSchedule, ScheduleModel.Document> {

    /** The writable fields; no schedule belongs to an object here, so {@code relObjId} is always empty. */
    public record Document(@Size(max = 100) String relObjId, @NotBlank @Size(max = 100) String crontab, @Default("false") boolean paused) {
    }

    @Inject
    private TaskScheduleRepository schedules;

    @Inject
    private TaskRunRepository runs;

    @Inject
    private Jobs jobs;

    @Inject
    private Clock clock;

    public ScheduleModel() {
        super(Document.class, TaskScheduleRepository.COLUMNS);
    }

    @Override
    public String name() {
        return "authentik_tasks_schedules.schedule";
    }

    @Override
    public String path() {
        return "tasks/schedules";
    }

    @Override
    public String keyField() {
        return "id";
    }

    @Override
    public Set<Operation> operations() {
        return EnumSet.of(Operation.UPDATE);
    }

    @Override
    protected TaskScheduleRepository repository() {
        return schedules;
    }

    @Override
    protected Optional<TaskSchedule> findByKey(String key) {
        return ObjectKey.uuid(key).flatMap(schedules::find);
    }

    @Override
    protected String keyOf(TaskSchedule schedule) {
        return schedule.getId().toString();
    }

    @Override
    protected Document documentOf(TaskSchedule schedule) {
        return new Document(null, schedule.getCrontab(), schedule.isPaused());
    }

    @Override
    protected List<JsonObject> wire(Actor actor, ModelQuery query, List<TaskSchedule> page) {
        Map<String, List<String>> last = runs.lastStatusOf(page.stream().map(TaskSchedule::getName).toList());
        return page.stream().map(schedule -> wire(schedule, last.get(schedule.getName()))).toList();
    }

    private JsonObject wire(TaskSchedule schedule, List<String> lastStatus) {
        return WireObject.from(documentJson(schedule)).put("id", schedule.getId()).put("identifier", null).put("uid", schedule.getName())
                .put("actor_name", schedule.getName()).put("rel_obj_app_label", "").put("rel_obj_model", "")
                .put("next_run", schedule.getNextRun()).put("description", jobs.find(schedule.getName()).map(Job::description).orElse(null))
                .put("last_task_status", lastStatus == null ? null : lastStatus.get(0)).build();
    }

    @Override
    protected TaskSchedule store(Actor actor, Optional<TaskSchedule> existing, Document document, FieldProblems problems) {
        TaskSchedule schedule = existing.orElseThrow();
        if (document.relObjId() != null) {
            problems.add("rel_obj_id", "This job does not belong to an object.");
        }
        try {
            schedule.setNextRun(CronExpression.parse(document.crontab()).next(clock.instant()).orElseThrow());
        } catch (IllegalArgumentException wrong) {
            problems.add("crontab", wrong.getMessage());
        }
        problems.refuseIfAny();
        schedule.setCrontab(document.crontab().strip());
        schedule.setPaused(document.paused());
        return schedule;
    }
}
