package org.gatehouse.event;

import java.time.Instant;

/**
 * When and from where something happened.
 *
 * @param at the moment
 * @param clientIp the browser's address, or null outside of a request
 * @param requestId the request it happened in; empty outside of one
 */
public record EventStamp(Instant at, String clientIp, String requestId) {
}
