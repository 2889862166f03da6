package org.gatehouse.blueprint;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.gatehouse.access.Actor;
import org.gatehouse.access.Permission;
import org.gatehouse.access.Permissions;
import org.gatehouse.blueprint.value.BlueprintInvalid;
import org.gatehouse.event.EventAction;
import org.gatehouse.event.EventDraft;
import org.gatehouse.event.Events;
import org.gatehouse.model.blueprint.BlueprintInstance;
import org.gatehouse.model.blueprint.BlueprintInstanceRepository;
import org.gatehouse.type.ObjectKey;
import org.gatehouse.type.ObjectNotFound;

/**
 * What administrators do with blueprints beside keeping a list of them: apply one, import one, look what one would do. A stored
 * instance acts with every right, as only superusers can write one; a text that is imported acts with the rights of whoever imports it.
 */
@ApplicationScoped
public class ManagedBlueprints {

    private static final String MODEL = "authentik_blueprints.blueprintinstance";

    private static final Logger LOG = Logger.getLogger(ManagedBlueprints.class.getName());

    @Inject
    private Permissions permissions;

    @Inject
    private BlueprintLibrary library;

    @Inject
    private BlueprintReader reader;

    @Inject
    private BlueprintDependencies dependencies;

    @Inject
    private BlueprintInstances instances;

    @Inject
    private BlueprintInstanceRepository repository;

    @Inject
    private BlueprintApplier applier;

    @Inject
    private Events events;

    /** The files that can be applied by their path. */
    public List<BlueprintFile> available(Actor actor) {
        permissions.requireSomewhere(actor, Permission.view(MODEL));
        return library.available();
    }

    /**
     * Applies an instance; how that went is its status. One that fails leaves an event.
     *
     * @throws ObjectNotFound when there is no such instance
     */
    public void apply(Actor actor, String key) {
        permissions.require(actor, Permission.change(MODEL), key);
        BlueprintInstance instance = ObjectKey.uuid(key).flatMap(repository::find)
                .orElseThrow(() -> new ObjectNotFound("There is no such blueprint."));
        UUID id = instance.getId();
        try {
            Blueprint blueprint = instance.getContent().isEmpty() ? library.read(instance.getPath())
                    : reader.read(instance.getName(), instance.getContent());
            dependencies.applyFirst(blueprint);
            tell(actor, instance.getName(), instances.apply(id, blueprint));
        } catch (RuntimeException refused) {
            instances.recordFailure(id);
            report(actor, instance.getName(), refused);
        }
    }

    /**
     * Says in what the installation differs from what an instance wants: what applying it now would change.
     *
     * @throws ObjectNotFound when there is no such instance
     */
    public BlueprintOutcome drift(Actor actor, String key) {
        permissions.require(actor, Permission.change(MODEL), key);
        BlueprintInstance instance = ObjectKey.uuid(key).flatMap(repository::find)
                .orElseThrow(() -> new ObjectNotFound("There is no such blueprint."));
        return attempt(actor, instance.getName(), () -> instance.getContent().isEmpty() ? library.read(instance.getPath())
                : reader.read(instance.getName(), instance.getContent()), instance.getContext(), true);
    }

    /**
     * Applies a text once, without remembering it.
     *
     * @param name what to call it in messages
     * @param rehearsal whether only to say what it would do
     */
    public BlueprintOutcome importText(Actor actor, String name, String text, JsonObject context, boolean rehearsal) {
        permissions.require(actor, Permission.add(MODEL));
        return attempt(actor, name, () -> reader.read(name, text), context, rehearsal);
    }

    /** The same for a file that can be applied by its path. */
    public BlueprintOutcome importFile(Actor actor, String path, JsonObject context, boolean rehearsal) {
        permissions.require(actor, Permission.add(MODEL));
        return attempt(actor, path, () -> library.read(path), context, rehearsal);
    }

    private BlueprintOutcome attempt(Actor actor, String name, Supplier<Blueprint> source, JsonObject context, boolean rehearsal) {
        try {
            Blueprint blueprint = source.get();
            if (rehearsal) {
                dependencies.require(blueprint);
                return new BlueprintOutcome(applier.rehearse(actor, blueprint, context), "");
            }
            if (actor.superuser()) {
                dependencies.applyFirst(blueprint);
            } else {
                dependencies.require(blueprint);
            }
            List<EntryChange> changes = applier.applyShowing(actor, blueprint, context);
            tell(actor, name, changes.stream().map(EntryChange::result).toList());
            return new BlueprintOutcome(changes, "");
        } catch (RuntimeException refused) {
            return new BlueprintOutcome(List.of(), rehearsal ? sentence(refused, name) : report(actor, name, refused));
        }
    }

    /** The events of the changes themselves name nobody: a blueprint acts for the system. */
    private void tell(Actor actor, String name, List<EntryResult> results) {
        events.record(EventDraft.of(EventAction.SYSTEM_TASK_EXECUTION, "blueprints", actor).with("blueprint", name)
                .with("message", "Blueprint applied: " + EntryResult.summary(results)));
    }

    private String report(Actor actor, String name, RuntimeException refused) {
        String problem = sentence(refused, name);
        events.record(EventDraft.of(EventAction.SYSTEM_TASK_EXCEPTION, "blueprints", actor).with("blueprint", name).with("message", problem));
        return problem;
    }

    /** The author's mistakes are one sentence; what nobody expected stays in the log. */
    private static String sentence(RuntimeException refused, String name) {
        Optional<BlueprintInvalid> invalid = invalidIn(refused);
        if (invalid.isEmpty()) {
            LOG.log(Level.SEVERE, "Blueprint " + name + " could not be applied", refused);
        }
        return invalid.map(BlueprintInvalid::getMessage).orElse("The blueprint could not be applied; see the server's log.");
    }

    private static Optional<BlueprintInvalid> invalidIn(Throwable refused) {
        for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
            if (cause instanceof BlueprintInvalid invalid) {
                return Optional.of(invalid);
            }
        }
        return Optional.empty();
    }
}
