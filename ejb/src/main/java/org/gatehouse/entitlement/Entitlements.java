package org.gatehouse.entitlement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.cache.ReadCache;
import org.gatehouse.event.RequestOrigin;
import org.gatehouse.model.application.ApplicationEntitlement;
import org.gatehouse.model.application.ApplicationEntitlementRepository;
import org.gatehouse.model.directory.User;
import org.gatehouse.model.policy.PolicyEngineMode;
import org.gatehouse.policy.PolicyEngine;
import org.gatehouse.policy.PolicyRequest;
import org.gatehouse.policy.PolicyVerdict;
import org.gatehouse.type.ObjectChanged;

/** Tells which of an application's entitlements a user has. An application without entitlements costs no query once the node is warm. */
@ApplicationScoped
public class Entitlements {

    private static final Duration LONGEST_KEPT = Duration.ofSeconds(30);
    private static final int MOST_KEPT = 2_000;

    private record Named(UUID id, String name) {
    }

    private ApplicationEntitlementRepository entitlements;
    private PolicyEngine policies;
    private RequestOrigin origin;
    private final ReadCache<UUID, List<Named>> kept;

    /** For the container's proxy. */
    protected Entitlements() {
        kept = null;
    }

    @Inject
    Entitlements(ApplicationEntitlementRepository entitlements, PolicyEngine policies, RequestOrigin origin, Clock clock) {
        this.entitlements = entitlements;
        this.policies = policies;
        this.origin = origin;
        this.kept = new ReadCache<>(MOST_KEPT, LONGEST_KEPT, clock);
    }

    /** The names of the entitlements the user has in the application, in the order of their names. */
    public List<String> of(UUID application, User user) {
        List<Named> bound = kept.get(application, this::read).orElse(List.of()).stream().filter(one -> policies.isGuarded(one.id())).toList();
        if (bound.isEmpty()) {
            return List.of();
        }
        Map<UUID, PolicyEngineMode> targets = new LinkedHashMap<>();
        bound.forEach(one -> targets.put(one.id(), PolicyEngineMode.ANY));
        Map<UUID, PolicyVerdict> verdicts = policies.decideEach(targets,
                new PolicyRequest(Optional.of(user), Optional.ofNullable(origin.clientIp()), origin.userAgent(), Map.of()));
        return bound.stream().filter(one -> verdicts.get(one.id()).passing()).map(Named::name).toList();
    }

    private Optional<List<Named>> read(UUID application) {
        return Optional.of(entitlements.findOf(application).stream().map(Entitlements::named).toList());
    }

    private static Named named(ApplicationEntitlement entitlement) {
        return new Named(entitlement.getId(), entitlement.getName());
    }

    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) ObjectChanged change) {
        if (change.model().equals(ApplicationEntitlementModel.MODEL)) {
            kept.forget(id -> true);
        }
    }
}
