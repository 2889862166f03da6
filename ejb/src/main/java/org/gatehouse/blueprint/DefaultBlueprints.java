package org.gatehouse.blueprint;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.gatehouse.access.Actor;
import org.gatehouse.blueprint.value.BlueprintInvalid;
import org.gatehouse.event.EventAction;
import org.gatehouse.event.EventDraft;
import org.gatehouse.event.Events;
import org.gatehouse.startup.SystemPrepared;

/**
 * Applies the product's own blueprints at start: each once, and again when a newer product brings a changed file or the last
 * attempt failed. What administrators have changed since therefore stays. One that fails does not keep the node from starting.
 */
@ApplicationScoped
public class DefaultBlueprints {

    private static final Logger LOG = Logger.getLogger(DefaultBlueprints.class.getName());

    @Inject
    private DefaultBlueprintFiles files;

    @Inject
    private BlueprintInstances instances;

    @Inject
    private Events events;

    void apply(@Observes SystemPrepared prepared) {
        Set<Blueprint> failed = new HashSet<>();
        for (Blueprint blueprint : files.all()) {
            if (!apply(blueprint, failed)) {
                failed.add(blueprint);
            }
        }
    }

    private boolean apply(Blueprint blueprint, Set<Blueprint> failed) {
        try {
            requireDependencies(blueprint, failed);
            instances.applyIfDue(blueprint).ifPresent(results -> LOG.info(() -> "Applied blueprint " + blueprint.path() + ": " + EntryResult.summary(results)));
            return true;
        } catch (RuntimeException refused) {
            report(blueprint, refused);
            return false;
        }
    }

    /** The author's mistakes are one sentence; only what nobody expected comes with a stack trace, and that stays in the log. */
    private void report(Blueprint blueprint, RuntimeException refused) {
        boolean invalid = refused instanceof BlueprintInvalid;
        LOG.log(Level.SEVERE, "Blueprint " + blueprint.path() + " could not be applied" + (invalid ? ": " + refused.getMessage() : "."),
                invalid ? null : refused);
        instances.recordFailure(blueprint);
        events.record(EventDraft.of(EventAction.SYSTEM_TASK_EXCEPTION, "blueprints", Actor.ofSystem()).with("blueprint", blueprint.path())
                .with("message", invalid ? refused.getMessage() : "See the server's log."));
    }

    private static void requireDependencies(Blueprint blueprint, Set<Blueprint> failed) {
        for (BlueprintDependency dependency : blueprint.dependencies()) {
            if (dependency.required() && failed.stream().anyMatch(dependency::means)) {
                throw new BlueprintInvalid("The blueprint " + dependency + " could not be applied.", dependency.line()).in(blueprint.path());
            }
        }
    }
}
