package org.gatehouse.provider.oauth2.token;

import java.util.List;
import org.gatehouse.event.EventDraft;
import org.gatehouse.provider.oauth2.binding.Confirmation;
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
 * @param terms in what the tokens differ from others of the client
 * @param access what the access token is for beyond scopes, within the grant
 * @param holder to whom the access token will be bound
 */
public record RedeemedGrant(AdmittedUser admitted, TokenOrigin origin, List<String> scopes, boolean refreshTokenDue,
        List<EventDraft> events, IssueTerms terms, RequestedAccess access, Confirmation holder) {

    /** What the whole grant is for with the usual terms, bound to nobody yet. */
    public RedeemedGrant(AdmittedUser admitted, TokenOrigin origin, List<String> scopes, boolean refreshTokenDue, List<EventDraft> events) {
        this(admitted, origin, scopes, refreshTokenDue, events, IssueTerms.USUAL, origin.grant().access(), Confirmation.NONE);
    }

    /** A grant that has nothing to note. */
    public RedeemedGrant(AdmittedUser admitted, TokenOrigin origin, List<String> scopes, boolean refreshTokenDue) {
        this(admitted, origin, scopes, refreshTokenDue, List.of());
    }

    /** The same with fewer scopes. */
    public RedeemedGrant withScopes(List<String> narrowed) {
        return new RedeemedGrant(admitted, origin, narrowed, refreshTokenDue, events, terms, access, holder);
    }

    /** The same on other terms. */
    public RedeemedGrant on(IssueTerms other) {
        return new RedeemedGrant(admitted, origin, scopes, refreshTokenDue, events, other, access, holder);
    }

    /** The same for other resources and details. */
    public RedeemedGrant withAccess(RequestedAccess narrowed) {
        return new RedeemedGrant(admitted, origin, scopes, refreshTokenDue, events, terms, narrowed, holder);
    }

    /**
     * The same for whoever has shown to hold a key or certificate.
     *
     * @param refreshToo whether the refresh token is bound as well; that of a client that authenticates is bound to the client already
     *        (RFC 9449 section 5, RFC 8705 section 4)
     */
    public RedeemedGrant boundTo(Confirmation shown, boolean refreshToo) {
        TokenOrigin kept = origin.withGrant(origin.grant().boundTo(refreshToo ? shown : Confirmation.NONE));
        return new RedeemedGrant(admitted, kept, scopes, refreshTokenDue, events, terms, access, shown);
    }

    /** The same with an access token that is bound to somebody else, or to nobody. */
    public RedeemedGrant heldBy(Confirmation other) {
        return new RedeemedGrant(admitted, origin, scopes, refreshTokenDue, events, terms, access, other);
    }

    /** What the access and the ID token descend from. */
    TokenOrigin accessOrigin() {
        return origin.withGrant(origin.grant().withScopes(scopes).withAccess(access).boundTo(holder));
    }
}
