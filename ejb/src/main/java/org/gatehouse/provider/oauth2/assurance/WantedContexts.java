package org.gatehouse.provider.oauth2.assurance;

import java.util.List;
import java.util.Optional;
import org.gatehouse.provider.oauth2.protocol.AuthorizationRequest;
import org.gatehouse.provider.oauth2.protocol.ClaimDemand;

/**
 * The authentication contexts that would satisfy a request: those of the {@code acr} claim if it is asked for with values (OpenID Connect
 * Core 1.0 section 5.5.1.1), else of {@code acr_values}.
 * What a client has registered for requests that do not say stands in the request by now.
 *
 * @param values the dearest first; empty when any login will do
 * @param essential whether the client has said that it will do with no other
 */
public record WantedContexts(List<String> values, boolean essential) {

    public static WantedContexts of(AuthorizationRequest request) {
        Optional<ClaimDemand> claim = request.claims().ofIdToken("acr").filter(demand -> !demand.values().isEmpty());
        boolean essential = claim.filter(ClaimDemand::essential).isPresent();
        return new WantedContexts(claim.map(ClaimDemand::texts).orElse(request.acrValues()), essential);
    }
}
