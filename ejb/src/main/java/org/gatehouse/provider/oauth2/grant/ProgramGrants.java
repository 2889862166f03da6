package org.gatehouse.provider.oauth2.grant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.gatehouse.access.Actor;
import org.gatehouse.event.EventAction;
import org.gatehouse.event.EventDraft;
import org.gatehouse.provider.oauth2.ConfiguredScope;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.assertion.FederatedAccounts;
import org.gatehouse.provider.oauth2.assertion.ProvenAssertion;
import org.gatehouse.provider.oauth2.protocol.Scopes;
import org.gatehouse.provider.oauth2.protocol.TokenRequest;
import org.gatehouse.provider.oauth2.token.Grant;
import org.gatehouse.provider.oauth2.token.IssueTerms;
import org.gatehouse.provider.oauth2.token.RedeemedGrant;
import org.gatehouse.provider.oauth2.token.TokenOrigin;
import org.gatehouse.session.AdmittedUser;
import org.gatehouse.token.AuthenticatedToken;

/**
 * What the grants yield in which a program comes alone: an access token for an account, no login and no refresh token, as the program
 * can come again at any time (RFC 6749 section 4.4.3). The event is a login's.
 */
@ApplicationScoped
class ProgramGrants {

    @Inject
    private FederatedAccounts federated;

    @Inject
    private Clock clock;

    /** For an account that an app password has proved. */
    RedeemedGrant byAppPassword(OAuthClient client, TokenRequest request, AuthenticatedToken proof) {
        return redeemed(client, request, proof.user(), "token",
                Json.createObjectBuilder().add("identifier", proof.token().getIdentifier()).build());
    }

    /** For the client's own account. */
    RedeemedGrant byClientSecret(OAuthClient client, TokenRequest request, AdmittedUser account) {
        return redeemed(client, request, account, "oauth_client_secret",
                Json.createObjectBuilder().add("provider", client.providerName()).build());
    }

    /** For the account of an assertion's subject; the token ends with the assertion. */
    RedeemedGrant byAssertion(OAuthClient client, TokenRequest request, ProvenAssertion proof) {
        return redeemed(client, request, federated.admit(client, proof), "jwt",
                Json.createObjectBuilder().add("provider", proof.issuer().providerName()).add("sub", proof.subject())
                        .add("jti", proof.claims().getJWTID()).build())
                .on(IssueTerms.until(proof.expires(), proof.facts()));
    }

    private RedeemedGrant redeemed(OAuthClient client, TokenRequest request, AdmittedUser account, String method, JsonObject arguments) {
        List<String> scopes = scopes(client, request.scopes());
        TokenOrigin origin = new TokenOrigin(UUID.randomUUID(), null, Grant.withoutCode(scopes, clock.instant().getEpochSecond(), List.of(method)));
        EventDraft login = EventDraft.of(EventAction.LOGIN, "providers.oauth2", Actor.of(account.user(), false))
                .with("auth_method", method).with("auth_method_args", arguments)
                .with("application", client.application().slug()).with("client_id", client.clientId());
        return new RedeemedGrant(account, origin, scopes, false, List.of(login));
    }

    /** Those that are configured, or all of them if none is asked for; never {@code offline_access}, which would promise a refresh token. */
    static List<String> scopes(OAuthClient client, List<String> requested) {
        return client.scopes().stream().map(ConfiguredScope::name).distinct()
                .filter(name -> requested.isEmpty() ? Scopes.isGivenUnasked(name) : requested.contains(name))
                .filter(name -> !name.equals(Scopes.OFFLINE_ACCESS)).toList();
    }
}
