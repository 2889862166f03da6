package org.gatehouse.provider.oauth2.request;

import java.time.Instant;

/**
 * By what a request object can be told that it was used before (RFC 9101 section 10.8).
 *
 * @param identifier unique among all clients
 * @param forgotten from when on the object is worthless anyway
 */
public record SingleUse(String identifier, Instant forgotten) {
}
