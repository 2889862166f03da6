package org.gatehouse.blueprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import org.gatehouse.blueprint.value.BlueprintInvalid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlueprintApplierTest {

    private static final String THING = "test.thing";

    private record Thing(String name, String slug, String colour, Integer size, String partner) {
    }

    private final BlueprintWorld world = new BlueprintWorld();
    private final MemoryModel things = world.add(THING, "slug", List.of(Thing.class));

    private static String blueprint(String... entries) {
        return "version: 1\nentries:\n" + String.join("\n", entries) + "\n";
    }

    private static String entry(String slug, String rest) {
        return "  - {model: test.thing, identifiers: {slug: " + slug + "}" + rest + "}";
    }

    private JsonObject thing(String slug) {
        return things.document(slug).orElseThrow();
    }

    /** What a value becomes in the colour of a thing. */
    private JsonValue resolved(String value) {
        world.apply(blueprint(entry("probe", ", attrs: {colour: " + value + "}")),
                Json.createObjectBuilder().add("given", "green").add("deep", Json.createObjectBuilder().add("er", "red")).build());
        return thing("probe").get("colour");
    }

    @Test
    void writesNothingTheSecondTime() {
        String twice = blueprint(entry("a", ", id: a, attrs: {colour: blue, size: 3}"), entry("b", ", attrs: {partner: !KeyOf a}"));

        assertThat(world.apply(twice)).containsExactly(EntryResult.CREATED, EntryResult.CREATED);
        world.writes.clear();

        assertThat(world.apply(twice)).containsOnly(EntryResult.UNCHANGED);
        assertThat(world.writes).isEmpty();
    }

    @Test
    void changesOnlyWhatTheEntryNames() {
        world.apply(blueprint(entry("a", ", attrs: {colour: blue, size: 3}")));

        assertThat(world.apply(blueprint(entry("a", ", attrs: {colour: red}")))).containsExactly(EntryResult.UPDATED);

        assertThat(thing("a").getString("colour")).isEqualTo("red");
        assertThat(thing("a").getInt("size")).isEqualTo(3);
    }

    @Test
    void leavesAnExistingObjectAloneInStateCreatedButKnowsItsKey() {
        world.apply(blueprint(entry("a", ", attrs: {colour: blue}")));

        assertThat(world.apply(blueprint(entry("a", ", id: a, state: created, attrs: {colour: red}"), entry("b", ", attrs: {partner: !KeyOf a}"))))
                .containsExactly(EntryResult.UNCHANGED, EntryResult.CREATED);

        assertThat(thing("a").getString("colour")).isEqualTo("blue");
        assertThat(thing("b").get("partner")).isEqualTo(things.pkOf("a"));
    }

    @Test
    void refusesAnExistingObjectInStateMustCreated() {
        String must = blueprint(entry("a", ", state: must_created"));

        assertThat(world.apply(must)).containsExactly(EntryResult.CREATED);
        assertThatThrownBy(() -> world.apply(must)).isInstanceOf(BlueprintInvalid.class).hasMessage("test.yaml, entry 1, line 3: The object exists already.");
    }

    @Test
    void deletesInStateAbsent() {
        String absent = blueprint(entry("a", ", state: absent"));
        world.apply(blueprint(entry("a", "")));

        assertThat(world.apply(absent)).containsExactly(EntryResult.DELETED);
        assertThat(things.size()).isZero();
        assertThat(world.apply(absent)).containsExactly(EntryResult.UNCHANGED);
    }

    @Test
    void passesOverAnEntryWhoseConditionDoesNotHold() {
        assertThat(world.apply(blueprint(entry("a", ", id: a, conditions: [true, !Context [missing, false]]"))))
                .containsExactly(EntryResult.PASSED_OVER);
        assertThat(things.size()).isZero();
    }

    @Test
    void refersByPkAlsoWherePathsUseASlug() {
        world.apply(blueprint(entry("a", ""), entry("b", ", attrs: {partner: !Find [test.thing, [slug, a]]}")));

        assertThat(thing("b").get("partner")).isEqualTo(things.pkOf("a")).isNotEqualTo(Json.createValue("a"));
    }

    @Test
    void resolvesTags() {
        assertThat(resolved("!Context given")).isEqualTo(Json.createValue("green"));
        assertThat(resolved("!Context deep.er")).isEqualTo(Json.createValue("red"));
        assertThat(resolved("!Context [missing, other]")).isEqualTo(Json.createValue("other"));
        assertThat(resolved("!Context missing.too")).isEqualTo(JsonValue.NULL);
        assertThat(resolved("!Env [BLUEPRINT_NOT_SET, !Context given]")).isEqualTo(Json.createValue("green"));
        assertThat(resolved("!Env BLUEPRINT_HOST")).isEqualTo(Json.createValue("wiki.example.com"));
        assertThat(resolved("!Env TEAM")).isEqualTo(Json.createValue("blue"));
        assertThat(resolved("!Format ['%s is 100%% %s', !Context given, 5]")).isEqualTo(Json.createValue("green is 100% 5"));
        assertThat(resolved("!Find [test.thing, [slug, nobody]]")).isEqualTo(JsonValue.NULL);
        assertThat(resolved("!If [!Context given, yes, !KeyOf nothing]")).isEqualTo(Json.createValue("yes"));
        assertThat(resolved("!If [!Condition [AND, true, 0], a, b]")).isEqualTo(Json.createValue("b"));
        assertThat(resolved("!If [false, a]")).isEqualTo(JsonValue.NULL);
    }

    @ParameterizedTest
    @CsvSource({"'AND, 1, x', true", "'AND, 1, []', false", "'NAND, 1, \"\"', true", "'OR, false, {}', false", "'OR, false, 2', true",
        "'NOR, null, 0.0', true", "'XOR, true, true', false", "'XOR, true, false', true", "'XNOR, true, true', true",
        "'EQ, a, a', true", "'EQ, a, b', false", "'NEQ, a, b', true"})
    void knowsConditions(String arguments, boolean holds) {
        assertThat(resolved("!If [!Condition [" + arguments + "], 'true', 'false']")).isEqualTo(Json.createValue(String.valueOf(holds)));
    }

    @Test
    void tagsCannotMakeASmallFileFillTheMemory() {
        String text = "&t " + "x".repeat(500_000);
        String many = ", *t".repeat(40);

        assertThatThrownBy(() -> resolved("!Format ['" + "%s".repeat(41) + "', " + text + many + "]")).isInstanceOf(BlueprintInvalid.class)
                .hasMessageContaining("too much text");
        assertThatThrownBy(() -> resolved("!Enumerate [[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17], SEQ, !Format ['%s%s', " + text + ", *t]]"))
                .hasMessageContaining("too much text");
        assertThatThrownBy(() -> resolved("!Enumerate [[" + "1,".repeat(40) + "1], SEQ, !ParseJSON '[\"" + "x".repeat(500_000) + "\"]']"))
                .hasMessageContaining("too much text");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "!KeyOf later|!KeyOf names no earlier entry",
        "!KeyOf [a, b]|too many arguments",
        "!KeyOf ''|needs a text",
        "!Find test.thing|too few arguments",
        "!Find [test.thing, slug]|too few arguments",
        "!Find [test.thing, [slug, '']]|needs a value for slug",
        "!Find [test.thing, [slug, null]]|needs a value for slug",
        "!Find [test.thing, [weight, 5]]|has no field weight",
        "!Find [test.other, [name, a]]|There is no model test.other",
        "!Context []|too few arguments",
        "!Context {a: 1}|needs a text",
        "!Env [GATEHOUSE_DATABASE_PASSWORD, x]|cannot read GATEHOUSE_DATABASE_PASSWORD",
        "!Env GATEHOUSE_DB|gatehouse.blueprints.environment does not allow it",
        "!Env [PGPASSWORD, x]|cannot read PGPASSWORD",
        "!Env gatehouse_secret_key|cannot read gatehouse_secret_key",
        "!File values.json|gatehouse.blueprints.directory is not set",
        "!FindObject [test.thing, [weight, 5]]|has no field weight",
        "!FindObject [test.none, [slug, a]]|There is no model test.none",
        "!Enumerate [1, SEQ, a]|needs a list or an object",
        "!Enumerate [[1], SET, a]|makes SEQ or MAP only",
        "!Enumerate [[1], MAP, a]|too few arguments",
        "!Enumerate [[1], SEQ]|too few arguments",
        "!Index 0|not inside of that many",
        "!Value x|needs a number",
        "!Enumerate [[1], SEQ, !Value 1]|not inside of that many",
        "!AtIndex [[a], 1]|finds nothing at 1",
        "!AtIndex [[a], -1]|needs a number from 0",
        "!AtIndex [a, 0]|needs a list or an object",
        "!AtIndex [{a: 1}, b]|finds nothing at b",
        "!ParseJSON '{'|needs a text that is JSON",
        "!ParseJSON ''|needs a text",
        "!Format ['%s']|more %s than arguments",
        "!Format ['x', 1]|fewer %s than arguments",
        "!Format ['%d', 1]|knows %s and %% only",
        "!Format ['100%']|knows %s and %% only",
        "!Condition [MAYBE, 1]|knows AND",
        "!If []|too few arguments"})
    void saysWhichTagDoesNotFitAndWhere(String value, String message) {
        assertThatThrownBy(() -> resolved(value)).isInstanceOf(BlueprintInvalid.class)
                .hasMessageStartingWith("test.yaml, entry 1, line 3: ").hasMessageContaining(message);
    }

    @Test
    void goesThroughListsAndObjects() {
        assertThat(resolved("!Format ['%s', !Enumerate [[a, b], SEQ, !Format ['%s=%s', !Index 0, !Value 0]]]"))
                .isEqualTo(Json.createValue("[\"0=a\",\"1=b\"]"));
        assertThat(resolved("!Format ['%s', !Enumerate [{x: 1, y: 2}, MAP, [!Format ['k-%s', !Index 0], !Value 0]]]"))
                .isEqualTo(Json.createValue("{\"k-x\":1,\"k-y\":2}"));
        assertThat(resolved("!Format ['%s', !Enumerate [[a, b], MAP, [!Index 0, !Value 0]]]")).isEqualTo(Json.createValue("{\"0\":\"a\",\"1\":\"b\"}"));
        assertThat(resolved("!Format ['%s', !Enumerate [[[a], [b, c]], SEQ, !Enumerate [!Value 0, SEQ, !Format ['%s%s', !Value 0, !Index 1]]]]"))
                .isEqualTo(Json.createValue("[[\"a0\"],[\"b1\",\"c1\"]]"));
        assertThat(resolved("!Format ['%s', !Enumerate [[], SEQ, !KeyOf nothing]]")).isEqualTo(Json.createValue("[]"));
    }

    @Test
    void stopsTurnsThatMultiply() {
        String ten = "[1, 2, 3, 4, 5, 6, 7, 8, 9, 10]";
        String nested = "!Value 0";
        for (int i = 0; i < 6; i++) {
            nested = "!Enumerate [" + ten + ", SEQ, " + nested + "]";
        }
        String bomb = nested;

        assertThatThrownBy(() -> resolved(bomb)).isInstanceOf(BlueprintInvalid.class).hasMessageContaining("makes too many values");
    }

    @Test
    void takesPartsOfCollectionsAndOfObjects() {
        world.apply(blueprint(entry("a", ", attrs: {colour: blue}")));

        assertThat(resolved("!AtIndex [[a, b], 1]")).isEqualTo(Json.createValue("b"));
        assertThat(resolved("!AtIndex [[a, b], 7, none]")).isEqualTo(Json.createValue("none"));
        assertThat(resolved("!AtIndex [!FindObject [test.thing, [slug, a]], colour]")).isEqualTo(Json.createValue("blue"));
        assertThat(resolved("!AtIndex [!FindObject [test.thing, [slug, a]], weight, heavy]")).isEqualTo(Json.createValue("heavy"));
        assertThat(resolved("!FindObject [test.thing, [slug, nobody]]")).isEqualTo(JsonValue.NULL);
        assertThat(resolved("!AtIndex [!FindObject [test.thing, [slug, nobody]], colour, none]")).isEqualTo(Json.createValue("none"));
    }

    @Test
    void readsJson() {
        assertThat(resolved("!AtIndex [!AtIndex [!ParseJSON '{\"a\": [1, \"two\"]}', a], 1]")).isEqualTo(Json.createValue("two"));
        assertThat(resolved("!ParseJSON [!Format ['\"%s\"', x]]")).isEqualTo(Json.createValue("x"));
        assertThatThrownBy(() -> resolved("!ParseJSON '" + "[".repeat(100) + "'")).hasMessageContaining("nested so deeply");
    }

    @Test
    void saysWhatItWouldChange() {
        world.apply(blueprint(entry("a", ", attrs: {colour: blue}"), entry("gone", "")));

        List<EntryChange> changes = world.changes(blueprint(entry("a", ", attrs: {colour: red}"), entry("b", ", attrs: {size: 2}"),
                entry("gone", ", state: absent"), entry("a", ""), entry("c", ", conditions: [false]")));

        assertThat(changes).extracting(EntryChange::result).containsExactly(EntryResult.UPDATED, EntryResult.CREATED, EntryResult.DELETED,
                EntryResult.UNCHANGED, EntryResult.PASSED_OVER);
        assertThat(changes.get(0).diff().toString()).isEqualTo("{\"colour\":{\"previous_value\":\"blue\",\"new_value\":\"red\"}}");
        assertThat(changes.get(1).diff().getJsonObject("size").getInt("new_value")).isEqualTo(2);
        assertThat(changes.get(2).diff().getJsonObject("slug").getString("previous_value")).isEqualTo("gone");
        assertThat(changes.get(3).diff()).isEmpty();
        assertThat(changes.get(1).line()).isEqualTo(4);
    }

    @Test
    void doesNotKnowTheKeyOfALaterEntry() {
        assertThatThrownBy(() -> world.apply(blueprint(entry("a", ", attrs: {partner: !KeyOf b}"), entry("b", ", id: b"))))
                .hasMessageStartingWith("test.yaml, entry 1, line 3: !KeyOf names no earlier entry");
    }

    @Test
    void refusesUnknownModelsAndFields() {
        assertThatThrownBy(() -> world.apply(blueprint("  - {model: test.none, identifiers: {name: a}}"))).hasMessageContaining("There is no model test.none");
        assertThatThrownBy(() -> world.apply(blueprint(entry("a", ", attrs: {weight: 1}")))).hasMessageContaining("refuses the values").hasMessageContaining("weight");
    }

    @Test
    void neverTakesAnObjectThatNobodyMeant() {
        world.apply(blueprint(entry("a", "")));

        for (String identifiers : List.of("{weight: 1}", "{slug: ''}", "{slug: null}", "{slug: !Context missing}")) {
            assertThatThrownBy(() -> world.apply(blueprint("  - {model: test.thing, state: absent, identifiers: " + identifiers + "}")))
                    .isInstanceOf(BlueprintInvalid.class);
        }

        assertThat(things.size()).isOne();
    }

    @Test
    void findsByTheOtherIdentifiersWhenThePkIsFromElsewhere() {
        String exported = blueprint("  - {model: test.thing, identifiers: {pk: 5f1c4f2e-0000-4000-8000-000000000000, slug: a}}");

        assertThat(world.apply(exported)).containsExactly(EntryResult.CREATED);
        assertThat(world.apply(exported)).containsExactly(EntryResult.UNCHANGED);
    }

    @Test
    void letsTheGivenContextWin() {
        String coloured = "context: {colour: blue, other: !Context colour}\n" + blueprint(entry("a", ", attrs: {colour: !Context colour, name: !Context other}"));

        world.apply(coloured, Json.createObjectBuilder().add("colour", "red").build());

        assertThat(thing("a").getString("colour")).isEqualTo("red");
        assertThat(thing("a").getString("name")).isEqualTo("red");
    }
}
