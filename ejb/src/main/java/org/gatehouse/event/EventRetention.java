package org.gatehouse.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import org.gatehouse.setting.Settings;

/**
 * How long events are kept: the setting {@code event_retention}, or {@code gatehouse.events.retention-days} (365) until somebody has touched
 * it. It is written into each event when it happens, so that another setting concerns new events only.
 */
@ApplicationScoped
public class EventRetention {

    @Inject
    private Settings settings;

    /** When an event that happens at this moment may be forgotten. */
    Instant end(Instant created) {
        return created.plus(settings.current().eventRetention().duration());
    }
}
