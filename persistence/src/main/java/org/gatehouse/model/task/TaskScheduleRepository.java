package org.gatehouse.model.task;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.gatehouse.model.ListColumns;
import org.gatehouse.model.Repository;

/** Queries on schedules; taking a run is atomic across the cluster. */
@ApplicationScoped
public class TaskScheduleRepository extends Repository<TaskSchedule, UUID> {

    /** What schedules are listed by; none of them belongs to an object. */
    public static final ListColumns COLUMNS = ListColumns.of("task_schedule o", "o.name")
            .uuid("id", "o.id").text("actor_name", "o.name").bool("paused", "o.paused")
            .filter("rel_obj_id", ListColumns.Kind.TEXT, "1 = 0 AND o.name = ?")
            .filter("rel_obj_content_type__app_label", ListColumns.Kind.TEXT, "1 = 0 AND o.name = ?")
            .filter("rel_obj_content_type__model", ListColumns.Kind.TEXT, "1 = 0 AND o.name = ?")
            .filter("rel_obj_id__isnull", ListColumns.Kind.BOOLEAN, "true = ?")
            .order("actor_name", "o.name").orders("crontab", "next_run", "paused").search("o.name");

    public TaskScheduleRepository() {
        super(TaskSchedule.class);
    }

    /** Makes the schedule of a job unless it has one. */
    public void ensure(String name, String crontab, Instant nextRun) {
        entityManager.createNativeQuery("INSERT INTO task_schedule (name, crontab, next_run) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING")
                .setParameter(1, name).setParameter(2, crontab).setParameter(3, Timestamp.from(nextRun)).executeUpdate();
    }

    /** The schedules whose time has come. */
    public List<TaskSchedule> findDue(Instant now) {
        return query("select s from TaskSchedule s where s.paused = false and s.nextRun <= :now order by s.nextRun, s.name")
                .setParameter("now", now).getResultList();
    }

    /** Takes the run that is due; true for exactly one of those who ask at the same moment. */
    public boolean take(String name, Instant due, Instant next) {
        return entityManager.createNativeQuery("UPDATE task_schedule SET next_run = ?1, version = version + 1 WHERE name = ?2 AND next_run = ?3"
                + " AND NOT paused").setParameter(1, Timestamp.from(next)).setParameter(2, name).setParameter(3, Timestamp.from(due))
                .executeUpdate() == 1;
    }
}
