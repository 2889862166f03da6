package org.gatehouse.provider.oauth2.token;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.text.ParseException;
import java.util.Map;

/** The {@code act} claim (RFC 8693 section 4.1) as a token carries it. */
final class ActorClaim {

    private ActorClaim() {
    }

    /** Who acts for the user, innermost the first who did; null when the user does. */
    static Map<String, Object> of(Grant grant) {
        if (grant.actors() == null) {
            return null;
        }
        try {
            return JSONObjectUtils.parse(grant.actors().toString());
        } catch (ParseException impossible) {
            throw new IllegalStateException("What was written as JSON is none", impossible);
        }
    }
}
