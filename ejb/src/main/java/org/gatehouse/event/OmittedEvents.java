package org.gatehouse.event;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.time.Clock;
import org.gatehouse.access.Actor;

/** Reports what the {@link EventLimiter} has left out: one event per address and minute, with a {@code count}. */
@Singleton
public class OmittedEvents {

    @Inject
    private EventLimiter limiter;

    @Inject
    private Events events;

    @Inject
    private Clock clock;

    /** A little after each full minute, when its counts are complete. */
    @Schedule(hour = "*", minute = "*", second = "5", persistent = false)
    void report() {
        limiter.takeOmitted().forEach(omitted -> events.write(new StampedEvent(draft(omitted), stamp(omitted))));
    }

    private static EventDraft draft(EventLimiter.Omitted omitted) {
        return EventDraft.of(omitted.action(), "events", Actor.anonymous())
                .with("message", "There were more such events than are kept one by one.")
                .with("count", Json.createValue(omitted.number()));
    }

    private EventStamp stamp(EventLimiter.Omitted omitted) {
        boolean known = !omitted.clientIp().equals(EventLimiter.MANY_ADDRESSES);
        return new EventStamp(clock.instant(), known ? omitted.clientIp() : null, "");
    }
}
