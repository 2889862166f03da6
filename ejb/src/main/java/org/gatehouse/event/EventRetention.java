package org.gatehouse.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How long events are kept: {@code gatehouse.events.retention-days} (365). It is written into each event when it happens, so that another
 * setting concerns new events only.
 */
@ApplicationScoped
public class EventRetention {

    @Inject
    @ConfigProperty(name = "gatehouse.events.retention-days", defaultValue = "365")
    private int days = 365;

    /** When an event that happens at this moment may be forgotten. */
    Instant end(Instant created) {
        return created.plus(Duration.ofDays(days));
    }
}
