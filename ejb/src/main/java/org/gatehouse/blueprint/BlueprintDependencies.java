package org.gatehouse.blueprint;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.blueprint.value.BlueprintInvalid;

/** Sees to it that what a blueprint depends on has been applied, each in a transaction of its own. */
@ApplicationScoped
public class BlueprintDependencies {

    @Inject
    private BlueprintLibrary library;

    @Inject
    private BlueprintInstances instances;

    /**
     * Applies what the blueprint depends on, directly or not, unless that has been done.
     *
     * @throws BlueprintInvalid when one that is required is missing or cannot be applied, or two need each other
     */
    public void applyFirst(Blueprint blueprint) {
        visit(blueprint, new HashSet<>(Set.of(blueprint.path())), true);
    }

    /** Only makes sure that what the blueprint needs is there. */
    public void require(Blueprint blueprint) {
        visit(blueprint, new HashSet<>(Set.of(blueprint.path())), false);
    }

    private void visit(Blueprint blueprint, Set<String> around, boolean apply) {
        for (BlueprintDependency dependency : blueprint.dependencies()) {
            Optional<Blueprint> other = library.find(dependency);
            if (other.isEmpty() && dependency.required()) {
                throw new BlueprintInvalid("There is no blueprint " + dependency + ".", dependency.line()).in(blueprint.path());
            }
            other.ifPresent(found -> visitOne(found, dependency, blueprint, around, apply));
        }
    }

    private void visitOne(Blueprint found, BlueprintDependency dependency, Blueprint from, Set<String> around, boolean apply) {
        if (!around.add(found.path())) {
            throw new BlueprintInvalid("The blueprint depends on itself.", dependency.line()).in(from.path());
        }
        visit(found, around, apply);
        if (apply) {
            instances.applyIfDue(found);
        }
        around.remove(found.path());
    }
}
