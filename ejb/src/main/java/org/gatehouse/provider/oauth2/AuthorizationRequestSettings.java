package org.gatehouse.provider.oauth2;

import org.gatehouse.type.Default;

/**
 * What a client's authorization requests have to be (RFC 7591 section 2, RFC 9126, RFC 9101). Names are those of client metadata.
 *
 * @param requirePushedAuthorizationRequests whether every request must have been pushed first (RFC 9126 section 6)
 */
public record AuthorizationRequestSettings(
        @Default("false") boolean requirePushedAuthorizationRequests) {
}
