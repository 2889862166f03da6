package org.gatehouse.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.validation.constraints.NotBlank;
import java.io.StringReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gatehouse.model.flow.Flow;
import org.gatehouse.type.Default;
import org.gatehouse.type.Expression;
import org.gatehouse.type.FieldDescriptor;
import org.gatehouse.type.RecordDescriptor;
import org.gatehouse.type.Ref;
import org.gatehouse.type.Secret;
import org.gatehouse.type.TimeSpan;
import org.junit.jupiter.api.Test;

class ObjectFormTest {

    private static final String FLOW = "0b2f6b4c-1111-4111-8111-000000000001";

    enum Mode { STRICT, REGEX }

    record Address(@Default("strict") Mode mode, @NotBlank String url) {
    }

    record Ending(@NotBlank String name, String expires, @Default("") String note) {
    }

    record Settings(@NotBlank String name, String managed, int count, @Default("true") boolean on, @Default("strict") Mode mode,
            @Default("minutes=5") TimeSpan validity, Secret secret, Ref<Flow> flow, List<Address> addresses, List<String> names,
            @Expression @Default("") String expression, @Default("{}") JsonObject attributes) {
    }

    @Test
    void choosesAWidgetForEveryKind() {
        assertThat(form("{}").getFields()).extracting(FormField::getWidget).containsExactly("TEXT", "KEPT", "NUMBER", "TOGGLE", "SELECT",
                "TIME_SPAN", "SECRET", "SELECT", "ROWS", "LINES", "CODE", "JSON");
    }

    @Test
    void startsWithTheDefaultsOfTheType() {
        ObjectForm form = form("{}");

        assertThat(field(form, "on").isOn()).isTrue();
        assertThat(field(form, "validity").getText()).isEqualTo("minutes=5");
    }

    @Test
    void givesBackWhatWasTypedInItsTypes() {
        ObjectForm form = form("{\"managed\":\"blueprint\"}");
        form.read(posted("name", "Wiki", "count", "3", "mode", "regex", "validity", "hours=1", "flow", FLOW, "names", "a\r\n b \n\n",
                "attributes", "{\"a\":1}", "expression", "true\r\n"));

        assertThat(form.document()).isEqualTo(json("""
                {"name":"Wiki","managed":"blueprint","count":3,"on":false,"mode":"regex","validity":"hours=1","flow":"%s",
                 "addresses":[],"names":["a","b"],"expression":"true\\n","attributes":{"a":1}}""".formatted(FLOW)));
    }

    @Test
    void neverShowsASecretAndLeavesAnUntouchedOneOut() {
        ObjectForm form = form("{\"secret\":\"sealed\"}");
        form.read(posted("name", "Wiki", "secret", ""));

        assertThat(field(form, "secret").getText()).isEmpty();
        assertThat(form.document()).doesNotContainKey("secret");
    }

    @Test
    void sendsWhatIsNoNumberAsItWasTypedSoThatTheModelSaysSo() {
        ObjectForm form = form("{}");
        form.read(posted("count", "three", "attributes", "{oops"));

        assertThat(form.document().getString("count")).isEqualTo("three");
        assertThat(form.document().getString("attributes")).isEqualTo("{oops");
    }

    @Test
    void leavesOutATextThatMayBeNothingAndSendsTheOthersEmpty() {
        FormWords words = new FormWords((path, field) -> new FieldText(path, "", Map.of()), field -> List.of());
        ObjectForm form = ObjectForm.of(RecordDescriptor.fieldsOf(Ending.class), "", words, json("{\"note\":\"old\"}"));
        form.read(posted("name", "", "expires", "", "note", ""));

        assertThat(form.document()).isEqualTo(json("{\"name\":\"\",\"note\":\"\"}"));
    }

    @Test
    void addsAndRemovesRowsWithoutLosingTheOthers() {
        ObjectForm form = form("{\"addresses\":[{\"mode\":\"strict\",\"url\":\"https://a\"},{\"mode\":\"regex\",\"url\":\"https://b\"}]}");
        FormField addresses = field(form, "addresses");
        addresses.addRow();
        form.read(posted("addresses.0.url", "https://a", "addresses.1.url", "https://b2", "addresses.1.mode", "regex", "addresses.2.url", "https://c"));
        addresses.removeRow(0);

        assertThat(form.document().getJsonArray("addresses"))
                .isEqualTo(json("{\"l\":[{\"mode\":\"regex\",\"url\":\"https://b2\"},{\"mode\":\"strict\",\"url\":\"https://c\"}]}").getJsonArray("l"));
    }

    @Test
    void putsProblemsAtTheirFieldsAndKeepsTheRest() {
        ObjectForm form = form("{}");
        List<String> homeless = form.complain(Map.of("name", List.of("Taken."), "addresses.0.url", List.of("No."), "managed", List.of("Hidden.")));

        assertThat(field(form, "name").getErrors()).containsExactly("Taken.");
        assertThat(field(form, "addresses").getErrors()).containsExactly("No.");
        assertThat(homeless).containsExactly("Hidden.");
    }

    @Test
    void offersAChosenObjectThatIsGone() {
        String gone = UUID.randomUUID().toString();

        assertThat(field(form("{\"flow\":\"" + gone + "\"}"), "flow").getOptions()).extracting(Option::value).containsExactly(FLOW, gone);
    }

    @Test
    void makesMachineNamesReadable() {
        assertThat(HumanName.of("redirect_uris")).isEqualTo("Redirect URIs");
        assertThat(HumanName.of("meta_launch_url")).isEqualTo("Meta launch URL");
        assertThat(HumanName.of("")).isEmpty();
    }

    @Test
    void readsCellsThroughNestedObjects() {
        JsonObject row = json("{\"provider_obj\":{\"name\":\"Wiki\"},\"users\":[1,2],\"none\":null}");

        assertThat(Cell.of(Column.text("provider_obj.name"), row).text()).isEqualTo("Wiki");
        assertThat(Cell.of(Column.of("users", Column.Kind.COUNT), row).text()).isEqualTo("2");
        assertThat(Cell.of(Column.text("none.deeper"), row).text()).isEmpty();
    }

    private static ObjectForm form(String document) {
        FormWords words = new FormWords((path, field) -> new FieldText(HumanName.of(path), "", Map.of()), ObjectFormTest::flows);
        return ObjectForm.of(RecordDescriptor.fieldsOf(Settings.class), "", words, json(document));
    }

    private static List<Option> flows(FieldDescriptor field) {
        return ReferenceTarget.of(field).isPresent() ? List.of(new Option(FLOW, "Log in")) : List.of();
    }

    private static FormField field(ObjectForm form, String name) {
        return form.find(name).orElseThrow();
    }

    private static JsonObject json(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    private static Map<String, String[]> posted(String... pairs) {
        Map<String, String[]> posted = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            posted.put("field." + pairs[i], new String[] {pairs[i + 1]});
        }
        return posted;
    }
}
