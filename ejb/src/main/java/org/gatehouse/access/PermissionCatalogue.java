package org.gatehouse.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gatehouse.model.rbac.GrantRepository;
import org.gatehouse.model.rbac.StoredPermission;

/** The numbers of all rights. A number is the database's to give and never changes, so what was once read is kept. */
@ApplicationScoped
public class PermissionCatalogue {

    @Inject
    private GrantRepository repository;

    private volatile Map<Integer, StoredPermission> byNumber = Map.of();
    private volatile Map<Permission, Integer> numbers = Map.of();

    /** Adds what the product has and the database does not know yet. */
    public void register(Collection<Permission> permissions) {
        permissions.stream().filter(permission -> number(permission).isEmpty())
                .forEach(permission -> repository.register(permission.model(), permission.codename()));
    }

    /** The number of a right; empty when the catalogue has none such. */
    public Optional<Integer> number(Permission permission) {
        if (!numbers.containsKey(permission)) {
            load();
        }
        return Optional.ofNullable(numbers.get(permission));
    }

    /** The numbers of rights. */
    Set<Integer> numbers(Collection<Permission> permissions) {
        return permissions.stream().map(this::number).flatMap(Optional::stream).collect(Collectors.toUnmodifiableSet());
    }

    /** The right with this number. */
    public Optional<Permission> find(int number) {
        if (!byNumber.containsKey(number)) {
            load();
        }
        return Optional.ofNullable(byNumber.get(number)).map(stored -> new Permission(stored.model(), stored.codename()));
    }

    /** All rights, in the order of their numbers. */
    public List<StoredPermission> all() {
        return repository.catalogue();
    }

    private void load() {
        List<StoredPermission> all = repository.catalogue();
        byNumber = all.stream().collect(Collectors.toUnmodifiableMap(StoredPermission::id, Function.identity()));
        numbers = all.stream().collect(Collectors.toUnmodifiableMap(one -> new Permission(one.model(), one.codename()), StoredPermission::id));
    }
}
