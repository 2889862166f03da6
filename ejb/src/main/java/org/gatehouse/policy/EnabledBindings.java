package org.gatehouse.policy;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.gatehouse.cache.ReadCache;
import org.gatehouse.model.policy.PolicyBinding;
import org.gatehouse.model.policy.PolicyBindingRepository;
import org.gatehouse.type.ObjectChanged;

/**
 * What is bound to what, as every decision reads it. Whoever reads the bindings changes nothing in them; of the user or group of a
 * binding only the identity counts. Any change of a managed object is followed at once on this node, as deleting one of many kinds
 * takes bindings along.
 */
@ApplicationScoped
public class EnabledBindings {

    private static final String USER = "authentik_core.user";

    private static final Duration LONGEST_KEPT = Duration.ofSeconds(30);
    private static final int MOST_TARGETS = 10_000;

    @Inject
    private PolicyBindingRepository repository;

    @Inject
    private Clock clock;

    private ReadCache<UUID, List<PolicyBinding>> kept;

    public EnabledBindings() {
    }

    EnabledBindings(PolicyBindingRepository repository, Clock clock) {
        this.repository = repository;
        this.clock = clock;
        open();
    }

    @PostConstruct
    void open() {
        kept = new ReadCache<>(MOST_TARGETS, LONGEST_KEPT, clock);
    }

    /** The enabled bindings of each of the targets, in their order; an empty list where there is none. */
    Map<UUID, List<PolicyBinding>> of(Collection<UUID> targets) {
        return kept.getAll(targets, this::read);
    }

    /** What is bound to the target, in words for an administrator. */
    public List<String> labels(UUID target) {
        return of(List.of(target)).get(target).stream().map(EnabledBindings::label).toList();
    }

    /** What a binding binds, in words for an administrator. */
    static String label(PolicyBinding binding) {
        String bound = binding.getPolicy() != null ? binding.getPolicy().getName()
                : binding.getGroup() != null ? "group " + binding.getGroup().getName() : "user " + binding.getUser().getUsername();
        return binding.isNegate() ? "not " + bound : bound;
    }

    private Map<UUID, List<PolicyBinding>> read(Collection<UUID> targets) {
        Map<UUID, List<PolicyBinding>> found = new HashMap<>(repository.findEnabled(targets).stream()
                .collect(Collectors.groupingBy(PolicyBinding::getTargetId)));
        targets.forEach(target -> found.putIfAbsent(target, List.of()));
        return found;
    }

    /** A user who is made or changed is bound to nothing new; that happens too often to forget everything each time. */
    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) ObjectChanged change) {
        if (!change.model().equals(USER) || change.change() == ObjectChanged.Change.DELETED) {
            kept.forget(target -> true);
        }
    }
}
