package org.gatehouse.event;

import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.Map;

/**
 * When and from where something happened.
 *
 * @param at the moment
 * @param clientIp the browser's address, or null outside of a request
 * @param requestId the request it happened in; empty outside of one
 * @param details what the parts of the product know about the request ({@link EventDetail})
 */
public record EventStamp(Instant at, String clientIp, String requestId, Map<String, JsonValue> details) {

    /** A stamp without details. */
    public EventStamp(Instant at, String clientIp, String requestId) {
        this(at, clientIp, requestId, Map.of());
    }
}
