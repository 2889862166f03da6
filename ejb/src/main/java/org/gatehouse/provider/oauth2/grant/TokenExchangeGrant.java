package org.gatehouse.provider.oauth2.grant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.access.Actor;
import org.gatehouse.event.EventAction;
import org.gatehouse.event.EventDraft;
import org.gatehouse.provider.oauth2.ConfiguredScope;
import org.gatehouse.provider.oauth2.GrantType;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.binding.Confirmation;
import org.gatehouse.provider.oauth2.exchange.Delegations;
import org.gatehouse.provider.oauth2.exchange.ExchangeTargets;
import org.gatehouse.provider.oauth2.exchange.TrustedTokens;
import org.gatehouse.provider.oauth2.exchange.TrustedTokens.Trusted;
import org.gatehouse.provider.oauth2.protocol.OAuthErrorCode;
import org.gatehouse.provider.oauth2.protocol.OAuthRefusal;
import org.gatehouse.provider.oauth2.protocol.Scopes;
import org.gatehouse.provider.oauth2.protocol.TokenExchangeRequest;
import org.gatehouse.provider.oauth2.protocol.TokenRequest;
import org.gatehouse.provider.oauth2.token.Grant;
import org.gatehouse.provider.oauth2.token.IssueTerms;
import org.gatehouse.provider.oauth2.token.RedeemedGrant;
import org.gatehouse.provider.oauth2.token.TokenOrigin;

/**
 * Token exchange (RFC 8693). For a token of a user the client gets another one of the same user, for itself or for a client that trusts
 * it: impersonation, or with an actor's token delegation. The new token belongs to the family and the login of the old one, ends no later,
 * and comes without ID and refresh token, so that exchanging prolongs nothing.
 */
@ApplicationScoped
public class TokenExchangeGrant implements GrantHandler {

    @Inject
    private TrustedTokens tokens;

    @Inject
    private ExchangeTargets targets;

    @Inject
    private Delegations delegations;

    @Override
    public GrantType grantType() {
        return GrantType.TOKEN_EXCHANGE;
    }

    @Override
    public RedeemedGrant redeem(OAuthClient client, TokenRequest request, Confirmation shown) {
        if (client.settings().isPublic()) {
            throw new OAuthRefusal(OAuthErrorCode.UNAUTHORIZED_CLIENT, "A public client cannot exchange tokens.");
        }
        TokenExchangeRequest exchange = TokenExchangeRequest.parse(request.parameters());
        OAuthClient target = targets.require(client, exchange.audience());
        // RFC 8693 section 2.2.2: whatever is wrong about a token is invalid_request.
        Trusted subject = tokens.find(client, exchange.subject().token(), GrantType.TOKEN_EXCHANGE)
                .orElseThrow(() -> new OAuthRefusal(OAuthErrorCode.INVALID_REQUEST, "The subject_token is not valid."));
        JsonObject actors = exchange.actor().map(actor -> delegations.actors(client, target, subject, actor, ClientAccounts.username(client)))
                .orElse(subject.grant().actors());
        return exchanged(client, target, subject, exchange, scopes(target, subject, request.scopes()), actors);
    }

    private static RedeemedGrant exchanged(OAuthClient client, OAuthClient target, Trusted subject, TokenExchangeRequest exchange,
            List<String> scopes, JsonObject actors) {
        Grant grant = subject.grant().exchangedBy(client.clientId(), scopes, actors);
        TokenOrigin origin = new TokenOrigin(subject.row().getFamilyId(), subject.row().getSessionId(), grant);
        IssueTerms terms = new IssueTerms(target, subject.row().getExpires(), exchange.requestedTokenType(), Map.of());
        return new RedeemedGrant(subject.user(), origin, scopes, false, List.of(event(client, target, subject, grant))).on(terms);
    }

    /**
     * None unless they are asked for. Those of the target; where it is whose token was brought, only those that this one was for. Never
     * {@code offline_access}, which would promise a refresh token.
     */
    static List<String> scopes(OAuthClient target, Trusted subject, List<String> requested) {
        boolean same = subject.issuer().providerId().equals(target.providerId());
        return target.scopes().stream().map(ConfiguredScope::name).distinct().filter(requested::contains)
                .filter(name -> !name.equals(Scopes.OFFLINE_ACCESS))
                .filter(name -> !same || subject.grant().scopes().contains(name)).toList();
    }

    private static EventDraft event(OAuthClient client, OAuthClient target, Trusted subject, Grant grant) {
        return EventDraft.of(EventAction.AUTHORIZE_APPLICATION, "providers.oauth2", Actor.of(subject.user().user(), false))
                .with("authorized_application", target.application().describe())
                .with("client_id", client.clientId())
                .with("grant_type", GrantType.TOKEN_EXCHANGE.wireName())
                .with("scopes", Scopes.format(grant.scopes()))
                .with("act", Optional.<JsonValue>ofNullable(grant.actors()).orElse(JsonValue.NULL));
    }
}
