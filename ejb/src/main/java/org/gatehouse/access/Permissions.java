package org.gatehouse.access;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gatehouse.cache.ReadCache;
import org.gatehouse.model.rbac.EffectiveGrants;
import org.gatehouse.model.rbac.GrantRepository;
import org.gatehouse.type.ModelRegistry;
import org.gatehouse.type.ObjectChanged;

/**
 * Decides about management rights. Superusers may everything; everybody else what their roles say, for all objects of a kind or for
 * single ones. What a user is given for all objects is remembered for as long as another node's change may stay unseen; single objects
 * are always looked up.
 */
@ApplicationScoped
public class Permissions {

    static final String REFUSAL = "You do not have permission to perform this action.";

    private static final int MOST_KEPT = 2_000;
    private static final Duration LONGEST_KEPT = Duration.ofSeconds(20);

    /** A change of one of these may change what somebody is given. */
    private static final Set<String> GIVING = Set.of("authentik_rbac.role", "authentik_core.group", "authentik_core.user");

    @Inject
    private GrantRepository repository;

    @Inject
    private PermissionCatalogue catalogue;

    @Inject
    private ModelRegistry models;

    @Inject
    private Clock clock;

    private ReadCache<Long, EffectiveGrants> known;

    @PostConstruct
    void open() {
        known = new ReadCache<>(MOST_KEPT, LONGEST_KEPT, clock);
    }

    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) ObjectChanged change) {
        if (GIVING.contains(change.model())) {
            known.forget(user -> true);
        }
    }

    /** Whether the actor may do this with every object of the kind. */
    public boolean has(Actor actor, Permission permission) {
        return actor.superuser() || grants(actor).everywhere().contains(permission.key());
    }

    /** Whether the actor may do this with this one object, because it may with all or because it was allowed to for this one. */
    public boolean has(Actor actor, Permission permission, String key) {
        return has(actor, permission) || onObject(actor, permission.model(), key).contains(permission.codename());
    }

    /** Whether the actor may do this with some object of the kind at least. */
    public boolean hasSomewhere(Actor actor, Permission permission) {
        return has(actor, permission) || grants(actor).somewhere().contains(permission.key());
    }

    /** @throws AccessDenied unless the actor may do this with every object of the kind */
    public void require(Actor actor, Permission permission) {
        if (!has(actor, permission)) {
            throw refusal();
        }
    }

    /** @throws AccessDenied unless the actor may do this with this object */
    public void require(Actor actor, Permission permission, String key) {
        if (!has(actor, permission, key)) {
            throw refusal();
        }
    }

    /** @throws AccessDenied unless the actor has this special right for all objects of its kind */
    public void require(Actor actor, SpecialPermission special) {
        require(actor, special.permission());
    }

    /** @throws AccessDenied unless the actor has this special right for this object */
    public void require(Actor actor, SpecialPermission special, String key) {
        require(actor, special.permission(), key);
    }

    /** @throws AccessDenied unless the actor may do this with some object of the kind at least */
    public void requireSomewhere(Actor actor, Permission permission) {
        if (!hasSomewhere(actor, permission)) {
            throw refusal();
        }
    }

    /** @throws AccessDenied unless the actor is this user or may do this with it */
    public void requireSelfOr(Actor actor, long userId, Permission permission) {
        if (actor.userId() == null || actor.userId() != userId) {
            require(actor, permission, Long.toString(userId));
        }
    }

    /** What is said to whoever lacks a right. */
    public static AccessDenied refusal() {
        return new AccessDenied(REFUSAL);
    }

    /** The codenames of what the actor was allowed to do with this one object; what it may with all is not among them. */
    private Set<String> onObject(Actor actor, String model, String key) {
        if (grants(actor).roles().isEmpty()) {
            return Set.of();
        }
        Optional<String> pk = models.findByName(model).flatMap(found -> found.rightsKey(key));
        return pk.map(one -> repository.onObject(actor.userId(), model, one)).orElse(Set.of());
    }

    /** The four ordinary rights that the actor has for an object: {@code view}, {@code add}, {@code change}, {@code delete}. */
    public Set<Permission> rights(Actor actor, String model, String key) {
        Set<Permission> ordinary = Permission.ordinary(model);
        Set<Permission> everywhere = ordinary.stream().filter(one -> has(actor, one)).collect(Collectors.toSet());
        if (everywhere.size() < ordinary.size()) {
            Set<String> here = onObject(actor, model, key);
            ordinary.stream().filter(one -> here.contains(one.codename())).forEach(everywhere::add);
        }
        return everywhere;
    }

    /** Which objects of a list the actor was allowed one by one to do this with. */
    public ListScope scope(Actor actor, Set<Permission> permissions) {
        return new ListScope(catalogue.numbers(permissions), grants(actor).roles());
    }

    private EffectiveGrants grants(Actor actor) {
        return actor.userId() == null ? EffectiveGrants.NONE
                : known.get(actor.userId(), user -> Optional.of(repository.effective(user))).orElse(EffectiveGrants.NONE);
    }
}
