package org.gatehouse.model.task;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonArray;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gatehouse.model.ListColumns;
import org.gatehouse.model.Repository;

/** Queries on the runs of jobs. What changes a run is one statement each, so that nothing is written by two nodes. */
@ApplicationScoped
public class TaskRunRepository extends Repository<TaskRun, UUID> {

    /** What runs are listed by; none of them belongs to an object. */
    public static final ListColumns COLUMNS = ListColumns.of("task_run o", "o.created DESC")
            .uuid("message_id", "o.id").text("actor_name", "o.name").text("state", "o.state").text("aggregated_status", "o.status")
            .filter("queue_name", ListColumns.Kind.TEXT, "'default' = ?")
            .filter("rel_obj_id", ListColumns.Kind.TEXT, "1 = 0 AND o.name = ?")
            .filter("rel_obj_content_type__app_label", ListColumns.Kind.TEXT, "1 = 0 AND o.name = ?")
            .filter("rel_obj_content_type__model", ListColumns.Kind.TEXT, "1 = 0 AND o.name = ?")
            .filter("rel_obj_id__isnull", ListColumns.Kind.BOOLEAN, "true = ?")
            .order("actor_name", "o.name").order("mtime", "o.changed").order("aggregated_status", "o.status").orders("state", "retries", "created")
            .search("o.name");

    public TaskRunRepository() {
        super(TaskRun.class);
    }

    /** Notes a run that is about to be done. */
    public void queue(UUID id, String name, String node, Instant now, Instant expires) {
        entityManager.createNativeQuery("INSERT INTO task_run (id, name, state, status, node, created, changed, expires)"
                + " VALUES (?1, ?2, 'queued', 'queued', ?3, ?4, ?4, ?5)").setParameter(1, id).setParameter(2, name).setParameter(3, node)
                .setParameter(4, Timestamp.from(now)).setParameter(5, Timestamp.from(expires)).executeUpdate();
    }

    /** Puts a run that has ended back; true for exactly one of those who ask at the same moment. */
    public boolean requeue(UUID id, String node, Instant now) {
        return entityManager.createNativeQuery("UPDATE task_run SET state = 'queued', status = 'queued', node = ?1, changed = ?2,"
                + " retries = retries + 1, previous_logs = logs, logs = '[]' WHERE id = ?3 AND state = 'done'")
                .setParameter(1, node).setParameter(2, Timestamp.from(now)).setParameter(3, id).executeUpdate() == 1;
    }

    /** Notes what a run has come to. */
    public void note(UUID id, String state, String status, JsonArray logs, Instant now) {
        entityManager.createNativeQuery("UPDATE task_run SET state = ?1, status = ?2, logs = CAST(?3 AS jsonb), changed = ?4 WHERE id = ?5")
                .setParameter(1, state).setParameter(2, status).setParameter(3, logs.toString()).setParameter(4, Timestamp.from(now))
                .setParameter(5, id).executeUpdate();
    }

    /** Ends the runs of nodes that have not been seen since a moment; returns how many. */
    public int endOrphans(Instant notSeenSince, JsonArray line, Instant now) {
        return entityManager.createNativeQuery("UPDATE task_run SET state = 'done', status = 'error', logs = logs || CAST(?1 AS jsonb), changed = ?2"
                + " WHERE state <> 'done' AND changed < ?3 AND NOT EXISTS (SELECT 1 FROM cluster_node n WHERE n.name = task_run.node AND n.seen >= ?3)")
                .setParameter(1, line.toString()).setParameter(2, Timestamp.from(now)).setParameter(3, Timestamp.from(notSeenSince)).executeUpdate();
    }

    /** How many runs are in each status. */
    public Map<String, Long> countByStatus() {
        Map<String, Long> counts = new HashMap<>();
        this.<String, Long>pairs("SELECT status, count(*) FROM task_run GROUP BY status").forEach((status, count) -> counts.put(status, count.get(0)));
        return counts;
    }

    /** The status of the latest run of each of the jobs. */
    public Map<String, List<String>> lastStatusOf(Collection<String> names) {
        return names.isEmpty() ? Map.of() : pairs("SELECT DISTINCT ON (name) name, status FROM task_run WHERE name IN (" + marks(names)
                + ") ORDER BY name, created DESC", names.toArray());
    }
}
