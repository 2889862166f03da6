package org.gatehouse.provider.oauth2.grant;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gatehouse.event.Events;
import org.gatehouse.provider.ApplicationAccess;
import org.gatehouse.provider.oauth2.ConfiguredScope;
import org.gatehouse.provider.oauth2.GrantType;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.PolicyContext;
import org.gatehouse.provider.oauth2.authentication.ClientAuthenticator;
import org.gatehouse.provider.oauth2.binding.Confirmation;
import org.gatehouse.provider.oauth2.binding.SenderConstraints;
import org.gatehouse.provider.oauth2.profile.TokenProfileRules;
import org.gatehouse.provider.oauth2.protocol.OAuthErrorCode;
import org.gatehouse.provider.oauth2.protocol.OAuthRefusal;
import org.gatehouse.provider.oauth2.protocol.TokenRequest;
import org.gatehouse.provider.oauth2.protocol.TokenResponse;
import org.gatehouse.provider.oauth2.resource.AccessNarrowing;
import org.gatehouse.provider.oauth2.token.Grant;
import org.gatehouse.provider.oauth2.token.RedeemedGrant;
import org.gatehouse.provider.oauth2.token.TokenIssuer;
import org.gatehouse.session.LoginRefused;

/** The token endpoint (RFC 6749 section 3.2): the phases that every grant passes, in this order. */
@Stateless
public class TokenEndpoint {

    @Inject
    private ClientAuthenticator authenticator;

    @Inject
    private SupportedGrants grants;

    @Inject
    private SenderConstraints constraints;

    @Inject
    private TokenProfileRules profiles;

    @Inject
    private ApplicationAccess access;

    @Inject
    private TokenIssuer issuer;

    @Inject
    private Events events;

    /** @throws OAuthRefusal with the answer */
    public TokenResponse handle(TokenRequest request) {
        request.parameters().refuseRepeated();
        OAuthClient client = authenticate(request);
        GrantHandler handler = handlerOf(request.grantType());
        if (!handler.isAllowedTo(client)) {
            throw new OAuthRefusal(OAuthErrorCode.UNAUTHORIZED_CLIENT, "The client may not use this grant type.");
        }
        profiles.check(client, handler.grantType(), !handler.bringsAccount(request));
        // Before anything is redeemed: a client that is to come again with a nonce comes with the same code.
        Confirmation shown = constraints.shown(client, request.proofs());
        RedeemedGrant earned = redeem(handler, client, request, shown);
        OAuthClient target = earned.terms().targetOr(client);
        RedeemedGrant narrowed = narrow(target, earned);
        RedeemedGrant redeemed = bind(client, request, narrowed.withAccess(AccessNarrowing.narrow(client, request, narrowed.origin())), shown);
        requireAccess(target, redeemed, handler.grantType());
        TokenResponse response = issuer.issue(target, redeemed);
        redeemed.events().forEach(events::recordWithin);
        return response;
    }

    private OAuthClient authenticate(TokenRequest request) {
        boolean account = request.findGrantType().flatMap(grants::find).filter(handler -> handler.bringsAccount(request)).isPresent();
        return account ? authenticator.identify(request) : authenticator.authenticate(request);
    }

    private GrantHandler handlerOf(String grantType) {
        return grants.find(grantType)
                .orElseThrow(() -> new OAuthRefusal(OAuthErrorCode.UNSUPPORTED_GRANT_TYPE, "The grant type is not supported."));
    }

    private static RedeemedGrant redeem(GrantHandler handler, OAuthClient client, TokenRequest request, Confirmation shown) {
        try {
            return handler.redeem(client, request, shown);
        } catch (LoginRefused refused) {
            throw new OAuthRefusal(OAuthErrorCode.INVALID_GRANT, "The grant is no longer valid.");
        }
    }

    /** A scope that was taken from the provider since the user consented is not issued any more. */
    private RedeemedGrant narrow(OAuthClient client, RedeemedGrant redeemed) {
        List<String> names = client.scopes().stream().map(ConfiguredScope::name).toList();
        return redeemed.withScopes(redeemed.scopes().stream().filter(names::contains).toList());
    }

    /**
     * Binds the tokens to what the client has shown. A code may have been bound before, by {@code dpop_jkt} (RFC 9449 section 10), and the
     * refresh token of a public client always is (section 5, RFC 8705 section 4).
     */
    private static RedeemedGrant bind(OAuthClient client, TokenRequest request, RedeemedGrant redeemed, Confirmation shown) {
        requireHolder(redeemed.origin().grant(), shown);
        return KeyBinding.isWanted(redeemed) ? KeyBinding.bind(client, request, redeemed, shown)
                : redeemed.boundTo(shown, client.settings().isPublic());
    }

    /** @throws OAuthRefusal {@code invalid_grant} when the grant is bound to something that was not shown */
    static void requireHolder(Grant grant, Confirmation shown) {
        if (!grant.bound().isMetBy(shown)) {
            throw new OAuthRefusal(OAuthErrorCode.INVALID_GRANT, "The grant is bound to another key or certificate.");
        }
    }

    private void requireAccess(OAuthClient client, RedeemedGrant redeemed, GrantType grantType) {
        Map<String, Object> context = new HashMap<>(redeemed.terms().facts());
        context.putAll(PolicyContext.of(client, redeemed.scopes(), grantType));
        boolean passing = access.decide(client.application(), redeemed.admitted(), context).passing();
        if (!passing) {
            throw new OAuthRefusal(OAuthErrorCode.INVALID_GRANT, "The user may not enter the application.");
        }
    }
}
