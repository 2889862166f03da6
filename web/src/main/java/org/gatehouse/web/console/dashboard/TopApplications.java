package org.gatehouse.web.console.dashboard;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import org.gatehouse.event.query.EventStatistics;
import org.gatehouse.event.query.EventVolume;
import org.gatehouse.web.console.ConsoleObjects;

/** The applications that people used most in the last 30 days. */
@Named("topApplications")
@RequestScoped
public class TopApplications {

    private static final int MOST = 8;

    /** The longest bar, in the units of the drawing. */
    private static final int FULL = 100;

    /**
     * One application.
     *
     * @param width the length of its bar, of 100
     */
    public record Row(String name, long uses, long users, long width) {
    }

    @Inject
    private EventStatistics statistics;

    @Inject
    private ConsoleObjects objects;

    private List<Row> rows;

    public List<Row> getRows() {
        if (rows == null) {
            List<EventStatistics.Use> uses = statistics.topApplications(objects.actor(), EventVolume.query(Map.of()), MOST);
            long most = uses.stream().mapToLong(EventStatistics.Use::events).max().orElse(1);
            rows = uses.stream().map(use -> new Row(use.application().getString("name", ""), use.events(), use.users(),
                    Math.max(1, use.events() * FULL / most))).toList();
        }
        return rows;
    }
}
