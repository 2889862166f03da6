package org.gatehouse.provider.oauth2.authorize;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.gatehouse.event.RequestOrigin;
import org.gatehouse.model.consent.UserConsentRepository;
import org.gatehouse.model.directory.User;
import org.gatehouse.model.flow.FlowRepository;
import org.gatehouse.model.flow.FlowStageBindingRepository;
import org.gatehouse.policy.PolicyEngine;
import org.gatehouse.policy.PolicyRequest;
import org.gatehouse.provider.oauth2.ConfiguredScope;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.claims.ClaimScopes;
import org.gatehouse.provider.oauth2.protocol.AuthorizationRequest;

/** Decides whether an authorization needs its flow to be seen. */
@ApplicationScoped
public class ConsentRequirement {

    private static final String CONSENT_STAGE = "consent";

    @Inject
    private FlowRepository flows;

    @Inject
    private FlowStageBindingRepository bindings;

    @Inject
    private UserConsentRepository consents;

    @Inject
    private PolicyEngine policies;

    @Inject
    private RequestOrigin origin;

    @Inject
    private Clock clock;

    /**
     * What the user has to agree to: scopes that are shown, those that the claims belong to that are asked for one by one, and each of the
     * request's {@code authorization_details}.
     */
    static List<ConfiguredScope> shown(AuthorizationRequest request, OAuthClient client) {
        List<String> byClaims = ClaimScopes.of(request.claims().names());
        Stream<ConfiguredScope> scopes = client.scopes().stream()
                .filter(scope -> request.scopes().contains(scope.name()) || byClaims.contains(scope.name()))
                .filter(scope -> !scope.description().isEmpty());
        return Stream.concat(scopes, request.access().authorizationDetails().stream().map(DetailsText::permission)).toList();
    }

    /** Whether the authorization flow has nothing to show and lets the user pass: then a code can be issued without a page. */
    boolean isTransparent(OAuthClient client, User user) {
        return bindings.findByFlow(client.settings().authorizationFlow().id()).isEmpty() && flowAdmits(client, user);
    }

    /** Whether the authorization flow asks for more than consent: what it is for would be passed over if nobody sees it. */
    boolean asksMore(OAuthClient client) {
        return bindings.findByFlow(client.settings().authorizationFlow().id()).stream()
                .anyMatch(binding -> !binding.getStage().getType().equals(CONSENT_STAGE));
    }

    private boolean flowAdmits(OAuthClient client, User user) {
        PolicyRequest request = new PolicyRequest(Optional.of(user), Optional.ofNullable(origin.clientIp()), origin.userAgent(), Map.of());
        return flows.find(client.settings().authorizationFlow().id())
                .filter(flow -> policies.decide(flow.getId(), flow.getPolicyEngineMode(), request).passing()).isPresent();
    }

    /** Whether the user has agreed to all of these before, so that nothing is to be asked ({@code prompt=none}). */
    boolean isGiven(OAuthClient client, User user, List<ConfiguredScope> shown) {
        List<String> names = shown.stream().map(ConfiguredScope::name).toList();
        return flowAdmits(client, user) && consents.find(user.getId(), client.application().id())
                .filter(consent -> consent.getExpires() == null || consent.getExpires().isAfter(clock.instant()))
                .filter(consent -> Set.copyOf(List.of(consent.getPermissions().split(" "))).containsAll(names)).isPresent();
    }
}
