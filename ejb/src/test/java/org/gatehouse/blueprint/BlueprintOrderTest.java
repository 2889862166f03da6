package org.gatehouse.blueprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gatehouse.blueprint.value.BlueprintInvalid;
import org.junit.jupiter.api.Test;

class BlueprintOrderTest {

    private static Blueprint blueprint(String name, String... needed) {
        return new BlueprintReader().read(name + ".yaml", "version: 1\nmetadata: {name: " + name + "}\nentries: ["
                + Stream.of(needed).map(other -> "{model: authentik_blueprints.metaapplyblueprint, attrs: {identifiers: {" + other + "}}}")
                .collect(Collectors.joining(", ")) + "]");
    }

    @Test
    void putsEachAfterThoseItNeeds() {
        Blueprint last = blueprint("last", "name: middle");
        Blueprint middle = blueprint("middle", "path: first.yaml");
        Blueprint first = blueprint("first");

        assertThat(BlueprintOrder.of(List.of(last, middle, first))).containsExactly(first, middle, last);
    }

    @Test
    void refusesOnesThatNeedEachOther() {
        assertThatThrownBy(() -> BlueprintOrder.of(List.of(blueprint("a", "name: b"), blueprint("b", "name: a"))))
                .isInstanceOf(BlueprintInvalid.class).hasMessageContaining("depends on itself");
    }

    @Test
    void refusesAMissingOneOnlyWhenItIsRequired() {
        assertThatThrownBy(() -> BlueprintOrder.of(List.of(blueprint("a", "name: b")))).hasMessage("a.yaml, line 3: There is no blueprint b.");

        Blueprint content = new BlueprintReader().read("c.yaml", "version: 1\nentries: [{model: authentik_blueprints.metaapplyblueprint, "
                + "attrs: {identifiers: {name: b}, required: false}}]");
        assertThat(BlueprintOrder.of(List.of(content))).containsExactly(content);
    }
}
