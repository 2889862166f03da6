package org.gatehouse.blueprint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.blueprint.value.BlueprintInvalid;

/** Puts blueprints into the order in which they can be applied: each after those it depends on, otherwise as given. */
final class BlueprintOrder {

    private final List<Blueprint> all;
    private final Set<Blueprint> ordered = new LinkedHashSet<>();
    private final Set<Blueprint> started = new HashSet<>();

    private BlueprintOrder(List<Blueprint> all) {
        this.all = all;
    }

    /** @throws BlueprintInvalid when a required one is missing, or two need each other */
    static List<Blueprint> of(List<Blueprint> all) {
        BlueprintOrder order = new BlueprintOrder(all);
        all.forEach(order::place);
        return new ArrayList<>(order.ordered);
    }

    private void place(Blueprint blueprint) {
        if (ordered.contains(blueprint)) {
            return;
        }
        if (!started.add(blueprint)) {
            throw new BlueprintInvalid("The blueprint depends on itself.", 0).in(blueprint.path());
        }
        for (BlueprintDependency dependency : blueprint.dependencies()) {
            Optional<Blueprint> other = all.stream().filter(dependency::means).findFirst();
            other.ifPresent(this::place);
            if (other.isEmpty() && dependency.required()) {
                throw new BlueprintInvalid("There is no blueprint " + dependency + ".", dependency.line()).in(blueprint.path());
            }
        }
        ordered.add(blueprint);
    }
}
