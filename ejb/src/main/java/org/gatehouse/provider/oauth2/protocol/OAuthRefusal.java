package org.gatehouse.provider.oauth2.protocol;

import jakarta.ejb.ApplicationException;
import java.time.Duration;

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

    private OAuthRefusal(OAuthError error) {
        super(error.error() + ": " + error.description());
        this.error = error;
    }

    /** There were too many such requests in a while (RFC 6585 section 4, RFC 9126 section 2.3). */
    public static OAuthRefusal tooMany(Duration window) {
        return new OAuthRefusal(new OAuthError(OAuthErrorCode.TEMPORARILY_UNAVAILABLE, "There were too many such requests; try again later.", window));
    }

    public OAuthError error() {
        return error;
    }
}
