package org.gatehouse.model.event;

import java.time.Instant;

/**
 * Where a user logged in from.
 *
 * @param clientIp the browser's address
 * @param when the moment
 */
public record LoginPlace(String clientIp, Instant when) {
}
