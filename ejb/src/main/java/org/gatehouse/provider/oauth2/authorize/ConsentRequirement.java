package org.gatehouse.provider.oauth2.authorize;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.event.RequestOrigin;
import org.gatehouse.model.consent.UserConsentRepository;
import org.gatehouse.model.directory.User;
import org.gatehouse.model.flow.FlowRepository;
import org.gatehouse.model.flow.FlowStageBindingRepository;
import org.gatehouse.policy.PolicyEngine;
import org.gatehouse.policy.PolicyRequest;
import org.gatehouse.provider.oauth2.ConfiguredScope;
import org.gatehouse.provider.oauth2.OAuthClient;

/** Decides whether an authorization needs its flow to be seen. */
@ApplicationScoped
public class ConsentRequirement {

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

    /** Whether the authorization flow has nothing to show and lets the user pass: then a code can be issued without a page. */
    boolean isTransparent(OAuthClient client, User user) {
        return bindings.findByFlow(client.settings().authorizationFlow().id()).isEmpty() && flowAdmits(client, user);
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
