package org.gatehouse.event;

import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * When and from where something happened.
 *
 * @param at the moment
 * @param clientIp the browser's address, or null outside of a request
 * @param requestId the request it happened in; empty outside of one
 * @param actingUser who did it in the name of the event's user; empty when the user did
 * @param details what the parts of the product know about the request ({@link EventDetail})
 */
public record EventStamp(Instant at, String clientIp, String requestId, Optional<ActingUser> actingUser, Map<String, JsonValue> details) {

    /** A stamp of what the event's user did, without details. */
    public EventStamp(Instant at, String clientIp, String requestId) {
        this(at, clientIp, requestId, Optional.empty(), Map.of());
    }
}
