package org.gatehouse.provider.oauth2.token;

import java.time.Instant;
import java.util.UUID;

/**
 * What tokens descend from.
 *
 * @param familyId shared by all tokens of one authorization
 * @param sessionId the login, or null for grants without one
 * @param began when the first refresh token of the family was issued; null before that
 */
public record TokenOrigin(UUID familyId, UUID sessionId, Grant grant, Instant began) {

    /** An authorization that is being used for the first time. */
    public TokenOrigin(UUID familyId, UUID sessionId, Grant grant) {
        this(familyId, sessionId, grant, null);
    }

    /** The same origin with another grant. */
    TokenOrigin withGrant(Grant other) {
        return new TokenOrigin(familyId, sessionId, other, began);
    }

    /** The same origin, which begins now unless it has begun before. */
    TokenOrigin begun(Instant now) {
        return began == null ? new TokenOrigin(familyId, sessionId, grant, now) : this;
    }
}
