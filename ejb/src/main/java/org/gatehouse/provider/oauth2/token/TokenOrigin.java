package org.gatehouse.provider.oauth2.token;

import java.util.UUID;

/**
 * What tokens descend from.
 *
 * @param familyId shared by all tokens of one authorization
 * @param sessionId the login, or null for grants without one
 */
public record TokenOrigin(UUID familyId, UUID sessionId, Grant grant) {
}
