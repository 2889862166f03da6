package org.gatehouse.provider.oauth2.assurance;

import java.util.List;
import java.util.Optional;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.protocol.AuthorizationRequest;
import org.gatehouse.provider.oauth2.protocol.ClaimDemand;

/**
 * The authentication contexts that would satisfy a request: those of the {@code acr} claim if it is asked for with values (OpenID Connect
 * Core 1.0 section 5.5.1.1), else of {@code acr_values}, else those the client has registered.
 *
 * @param values the dearest first; empty when any login will do
 * @param essential whether the client has said that it will do with no other
 */
public record WantedContexts(List<String> values, boolean essential) {

    public static WantedContexts of(AuthorizationRequest request, OAuthClient client) {
        Optional<ClaimDemand> claim = request.claims().ofIdToken("acr").filter(demand -> !demand.values().isEmpty());
        boolean essential = claim.filter(ClaimDemand::essential).isPresent();
        List<String> named = claim.map(ClaimDemand::texts).orElse(request.acrValues());
        boolean silent = claim.isEmpty() && named.isEmpty();
        return new WantedContexts(silent ? client.settings().authorizationRequests().defaultAcrValues() : named, essential);
    }
}
