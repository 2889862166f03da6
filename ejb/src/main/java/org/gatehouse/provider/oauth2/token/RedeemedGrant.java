package org.gatehouse.provider.oauth2.token;

import java.util.List;
import org.gatehouse.event.EventDraft;
import org.gatehouse.provider.oauth2.protocol.RequestedAccess;
import org.gatehouse.session.AdmittedUser;

/**
 * What a token request is entitled to.
 *
 * @param admitted whose tokens these will be
 * @param origin the whole grant; a refresh token keeps it
 * @param scopes of the access token, a subset of the grant's
 * @param refreshTokenDue whether a refresh token may be issued with it
 * @param events what to note once the tokens are issued
 * @param access what the access token is for beyond scopes, within the grant
 */
public record RedeemedGrant(AdmittedUser admitted, TokenOrigin origin, List<String> scopes, boolean refreshTokenDue,
        List<EventDraft> events, RequestedAccess access) {

    /** What the whole grant is for. */
    public RedeemedGrant(AdmittedUser admitted, TokenOrigin origin, List<String> scopes, boolean refreshTokenDue, List<EventDraft> events) {
        this(admitted, origin, scopes, refreshTokenDue, events, origin.grant().access());
    }

    /** A grant that has nothing to note. */
    public RedeemedGrant(AdmittedUser admitted, TokenOrigin origin, List<String> scopes, boolean refreshTokenDue) {
        this(admitted, origin, scopes, refreshTokenDue, List.of());
    }

    /** The same with fewer scopes. */
    public RedeemedGrant withScopes(List<String> narrowed) {
        return new RedeemedGrant(admitted, origin, narrowed, refreshTokenDue, events, access);
    }

    /** The same for other resources and details. */
    public RedeemedGrant withAccess(RequestedAccess narrowed) {
        return new RedeemedGrant(admitted, origin, scopes, refreshTokenDue, events, narrowed);
    }

    /** What the access and the ID token descend from. */
    TokenOrigin accessOrigin() {
        return origin.withGrant(origin.grant().withScopes(scopes).withAccess(access));
    }
}
