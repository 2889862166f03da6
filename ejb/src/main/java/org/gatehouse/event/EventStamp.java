package org.gatehouse.event;

import java.time.Instant;
import java.util.Optional;

/**
 * When and from where something happened.
 *
 * @param at the moment
 * @param clientIp the browser's address, or null outside of a request
 * @param requestId the request it happened in; empty outside of one
 * @param actingUser who did it in the name of the event's user; empty when the user did
 */
public record EventStamp(Instant at, String clientIp, String requestId, Optional<ActingUser> actingUser) {

    /** Of what the event's user did. */
    public EventStamp(Instant at, String clientIp, String requestId) {
        this(at, clientIp, requestId, Optional.empty());
    }
}
