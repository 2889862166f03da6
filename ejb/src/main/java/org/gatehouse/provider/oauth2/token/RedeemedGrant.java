package org.gatehouse.provider.oauth2.token;

import java.util.List;
import org.gatehouse.event.EventDraft;
import org.gatehouse.session.AdmittedUser;

/**
 * What a token request is entitled to.
 *
 * @param admitted whose tokens these will be
 * @param origin the whole grant; a refresh token keeps it
 * @param scopes of the access token, a subset of the grant's
 * @param refreshTokenDue whether a refresh token may be issued with it
 * @param events what to note once the tokens are issued
 * @param terms in what the tokens differ from others of the client
 */
public record RedeemedGrant(AdmittedUser admitted, TokenOrigin origin, List<String> scopes, boolean refreshTokenDue,
        List<EventDraft> events, IssueTerms terms) {

    /** A grant with the usual terms. */
    public RedeemedGrant(AdmittedUser admitted, TokenOrigin origin, List<String> scopes, boolean refreshTokenDue, List<EventDraft> events) {
        this(admitted, origin, scopes, refreshTokenDue, events, IssueTerms.USUAL);
    }

    /** A grant that has nothing to note. */
    public RedeemedGrant(AdmittedUser admitted, TokenOrigin origin, List<String> scopes, boolean refreshTokenDue) {
        this(admitted, origin, scopes, refreshTokenDue, List.of());
    }

    /** The same with fewer scopes. */
    public RedeemedGrant withScopes(List<String> narrowed) {
        return new RedeemedGrant(admitted, origin, narrowed, refreshTokenDue, events, terms);
    }

    /** The same on other terms. */
    public RedeemedGrant on(IssueTerms other) {
        return new RedeemedGrant(admitted, origin, scopes, refreshTokenDue, events, other);
    }

    /** What the access and the ID token descend from. */
    TokenOrigin access() {
        return new TokenOrigin(origin.familyId(), origin.sessionId(), origin.grant().withScopes(scopes));
    }
}
