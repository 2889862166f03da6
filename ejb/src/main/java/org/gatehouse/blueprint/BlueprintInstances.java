package org.gatehouse.blueprint;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.model.blueprint.BlueprintInstance;
import org.gatehouse.model.blueprint.BlueprintInstanceRepository;
import org.gatehouse.model.blueprint.BlueprintStatus;
import org.gatehouse.type.ObjectNotFound;

/** Remembers which blueprints this installation applies, and how that went. */
@Stateless
public class BlueprintInstances {

    @Inject
    private BlueprintInstanceRepository instances;

    @Inject
    private BlueprintApplier applier;

    @Inject
    private Clock clock;

    /**
     * Applies a blueprint unless it has been applied as it is now, or an administrator has disabled it, in a transaction of its own.
     *
     * @return what became of each entry; empty when there was nothing to do
     * @throws org.gatehouse.blueprint.value.BlueprintInvalid when it cannot be applied; nothing has been changed then
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public Optional<List<EntryResult>> applyIfDue(Blueprint blueprint) {
        BlueprintInstance instance = instanceOf(blueprint);
        boolean applied = instance.getStatus() == BlueprintStatus.SUCCESSFUL
                && instance.getLastAppliedHash().equals(blueprint.digest());
        if (applied || !instance.isEnabled()) {
            return Optional.empty();
        }
        List<EntryResult> results = applier.apply(blueprint, instance.getContext());
        finish(instance, blueprint, BlueprintStatus.SUCCESSFUL);
        return Optional.of(results);
    }

    /**
     * Applies a blueprint as an instance says, whether it has been applied before or not.
     *
     * @throws org.gatehouse.blueprint.value.BlueprintInvalid when it cannot be applied; nothing has been changed then
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public List<EntryResult> apply(UUID id, Blueprint blueprint) {
        BlueprintInstance instance = instances.find(id).orElseThrow(() -> new ObjectNotFound("There is no such blueprint."));
        List<EntryResult> results = applier.apply(blueprint, instance.getContext());
        finish(instance, blueprint, BlueprintStatus.SUCCESSFUL);
        return results;
    }

    /** Notes that an instance could not be applied. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void recordFailure(UUID id) {
        instances.find(id).ifPresent(instance -> {
            instance.setStatus(BlueprintStatus.ERROR);
            instance.setLastApplied(clock.instant());
        });
    }

    /** Notes that a blueprint could not be applied; it will be tried again. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void recordFailure(Blueprint blueprint) {
        finish(instanceOf(blueprint), blueprint, BlueprintStatus.ERROR);
    }

    private BlueprintInstance instanceOf(Blueprint blueprint) {
        return instances.findByPath(blueprint.path()).orElseGet(() -> {
            BlueprintInstance instance = new BlueprintInstance();
            instance.setId(UUID.randomUUID());
            instance.setName(freeName(blueprint));
            instance.setPath(blueprint.path());
            return instances.add(instance);
        });
    }

    /** Names are unique, and an administrator may have given this one to something else. */
    private String freeName(Blueprint blueprint) {
        return instances.findByName(blueprint.name()).isEmpty() ? blueprint.name() : blueprint.name() + " (" + blueprint.path() + ")";
    }

    private void finish(BlueprintInstance instance, Blueprint blueprint, BlueprintStatus status) {
        instance.setStatus(status);
        instance.setLastApplied(clock.instant());
        instance.setLastAppliedHash(blueprint.digest());
    }
}
