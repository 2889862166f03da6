package org.gatehouse.blueprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gatehouse.blueprint.value.BlueprintInvalid;
import org.gatehouse.blueprint.value.BlueprintValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BlueprintReaderTest {

    private static final String ENTRY = "{model: test.thing, identifiers: {name: a}}";

    private static Blueprint read(String text) {
        return new BlueprintReader().read("test.yaml", text);
    }

    private static void assertRefused(String text, String message) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(BlueprintInvalid.class).hasMessageStartingWith("test.yaml").hasMessageContaining(message);
    }

    @Test
    void readsEveryPartOfABlueprint() {
        Blueprint blueprint = read("""
                version: 1
                metadata:
                  name: Things
                  labels:
                    blueprints.goauthentik.io/instantiate: "false"
                context: {colour: blue}
                entries:
                  - model: authentik_blueprints.metaapplyblueprint
                    attrs: {identifiers: {name: Other things}, required: false}
                  - model: test.thing
                    id: one
                    state: must_created
                    conditions: [true]
                    identifiers: {name: one}
                    attrs:
                      count: 7
                """);

        assertThat(blueprint.name()).isEqualTo("Things");
        assertThat(blueprint.digest()).hasSize(64);
        assertThat(blueprint.labels()).containsEntry("blueprints.goauthentik.io/instantiate", "false");
        assertThat(blueprint.context().fields()).containsOnlyKeys("colour");
        assertThat(blueprint.dependencies()).containsExactly(new BlueprintDependency("Other things", "", false, 8));
        BlueprintEntry entry = blueprint.entries().get(0);
        assertThat(entry.number()).isEqualTo(2);
        assertThat(entry.line()).isEqualTo(10);
        assertThat(entry.state()).isEqualTo(EntryState.MUST_CREATED);
        assertThat(entry.id()).contains("one");
        assertThat(entry.conditions()).hasSize(1);
        assertThat(entry.attrs().fields().get("count")).isInstanceOf(BlueprintValue.Literal.class);
    }

    @Test
    void readsEntriesUnderHeadings() {
        assertThat(read("version: 1\nentries:\n  first: [" + ENTRY + "]\n  second: [" + ENTRY + "]\n").entries()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "entries: []|Only blueprints of version 1",
        "version: 2\\nentries: []|line 1: Only blueprints of version 1",
        "version: 1|no entries",
        "version: 1\\nentries: 5|line 2: entries must be a list",
        "version: 1\\nentry: []\\nentries: []|line 2: There is no key entry",
        "version: 1\\nversion: 1\\nentries: []|line 2: The key version is there twice",
        "version: 1\\nentries:\\n  - 5|entry 1, line 3: An entry must have fields",
        "version: 1\\nentries:\\n  - identifiers: {name: a}|entry 1, line 3: The entry names no model",
        "version: 1\\nentries:\\n  - model: a.b|entry 1, line 3: The entry has no identifiers",
        "version: 1\\nentries:\\n  - model: a.b\\n    identifiers: {}|no identifiers",
        "version: 1\\nentries:\\n  - model: [a]\\n    identifiers: {a: 1}|line 3: A simple value",
        "version: 1\\nentries:\\n  - model: a.b\\n    state: gone\\n    identifiers: {a: 1}|entry 1, line 4: There is no state gone",
        "version: 1\\nentries:\\n  - model: a.b\\n    permissions: [{permission: view, role: x}]\\n    identifiers: {a: 1}|line 4: Permissions on single objects are not supported",
        "version: 1\\nentries:\\n  - model: a.b\\n    permission: []\\n    identifiers: {a: 1}|line 4: There is no key permission",
        "version: 1\\nentries:\\n  - model: a.b\\n    identifiers: {a: !Nothing x}|line 4: There is no tag !Nothing",
        "version: 1\\nentries:\\n  - model: authentik_blueprints.metaapplyblueprint\\n    attrs: {}|names no other blueprint"})
    void saysWhatIsWrongAndWhere(String text, String message) {
        assertRefused(text.replace("\\n", "\n"), message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "# nothing", "[", "a: b: c", "\t- x", "{a: 1", "\u0000", "--- 1\n--- 2", "*unknown", "!!java.net.URL x",
        "!!binary aGFsbG8=", "!!python/object:os.system x", "<<: {a: 1}", "? [a]\n: b", "version: .nan", "version: 1e999999999",
        "just text", "- 1", "version: 99999999999999999999999999999999999999999999999999"})
    void refusesWhatIsNoBlueprint(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(BlueprintInvalid.class).hasMessageStartingWith("test.yaml");
    }

    @Test
    void refusesAliasesThatExpandToMillions() {
        String bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n" + IntStream.range(1, 9)
                .mapToObj(i -> "a" + i + ": &a" + i + " [" + ("*a" + (i - 1) + ", ").repeat(8) + "*a" + (i - 1) + "]")
                .collect(Collectors.joining("\n"));

        assertRefused(bomb, "too many values");
    }

    @Test
    void refusesManyAliases() {
        assertRefused("a: &a [1]\nb: [" + "*a, ".repeat(200) + "*a]", "aliases");
    }

    @Test
    void refusesAnAliasToWhatIsAroundIt() {
        assertRefused("a: &a [*a]", "nested too deeply");
    }

    @Test
    void refusesDeepNestingWithoutExhaustingTheStack() {
        assertRefused("[".repeat(200_000), "nested too deeply");
        assertRefused("- ".repeat(50_000) + "x", "nested too deeply");
    }

    @Test
    void refusesLongFiles() {
        assertThatThrownBy(() -> read("# " + "x".repeat(YamlTree.LONGEST_TEXT))).isInstanceOf(BlueprintInvalid.class);
    }

    @Test
    void knowsFileLineAndEntryOfATagInAnEntry() {
        assertRefused("version: 1\nentries:\n  - " + ENTRY + "\n  - model: a.b\n    identifiers:\n      x: !Unknown y\n",
                "test.yaml, line 6: There is no tag !Unknown");
    }
}
