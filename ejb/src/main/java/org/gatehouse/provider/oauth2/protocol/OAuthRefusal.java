package org.gatehouse.provider.oauth2.protocol;

import jakarta.ejb.ApplicationException;

/**
 * A request is refused. What was written on the way (a burnt code, a revoked family) is kept: refusing is a regular outcome, so the
 * transaction commits.
 */
@ApplicationException(rollback = false)
public class OAuthRefusal extends RuntimeException {

    private final transient OAuthError error;

    public OAuthRefusal(OAuthErrorCode code, String description) {
        super(code.wireName() + ": " + description);
        this.error = new OAuthError(code, description);
    }

    public OAuthError error() {
        return error;
    }
}
