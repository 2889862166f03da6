package org.gatehouse.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.flow.FlowEngine.BROWSER;
import static org.gatehouse.flow.FlowEngine.visit;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.gatehouse.fixture.FlowWorld;
import org.gatehouse.fixture.PeopleWorld;
import org.gatehouse.model.directory.User;
import org.gatehouse.model.flow.Flow;
import org.gatehouse.model.flow.FlowDesignation;
import org.gatehouse.model.prompt.Prompt;
import org.gatehouse.model.prompt.PromptType;
import org.gatehouse.policy.PolicyRequest;
import org.gatehouse.policy.PolicyVerdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PromptFlowTest {

    private final FlowEngine engine = new FlowEngine();
    private final FlowWorld world = engine.world;
    private final PeopleWorld people = engine.people;
    private final ProbeStage probe = new ProbeStage();
    private PlanContext plan;
    private UUID flowId;

    /** A flow that asks for these, and a probe after it that keeps the plan. */
    private void flow(Prompt... prompts) {
        flow(PeopleWorld.asking(prompts));
    }

    private void flow(String settings) {
        probe.onBegin = context -> {
            plan = context.plan();
            return StageResult.show(new ProbeStage.Ask());
        };
        world.types.add(probe);
        Flow flow = world.flow("ask", FlowDesignation.ENROLLMENT);
        flowId = flow.getId();
        world.bind(flow, world.stage("prompt", settings));
        world.bind(flow, world.stage("probe", "{}"));
    }

    private FlowView open() {
        return engine.executor.open(visit("ask"));
    }

    private FlowView answer(String fields) {
        open();
        String rest = fields.isEmpty() ? "" : "," + fields.replace('\'', '"');
        return engine.executor.advance(visit("ask"), FlowWorld.json("{\"component\":\"ak-stage-prompt\"" + rest + "}"));
    }

    private JsonObject data() {
        return plan.get(ContextKeys.PROMPT_DATA).orElseThrow();
    }

    private static JsonObject field(FlowView view, int index) {
        return view.challenge().getJsonArray("fields").getJsonObject(index);
    }

    private static JsonObject errors(FlowView view) {
        return view.challenge().getJsonObject("response_errors");
    }

    @ParameterizedTest
    @EnumSource(PromptType.class)
    void everyTypeIsShownWithAllFieldsOfTheContract(PromptType type) {
        flow(people.prompt("field", type));

        JsonObject shown = field(open(), 0);

        assertThat(shown.keySet()).containsExactlyInAnyOrder("field_key", "label", "type", "required", "placeholder", "initial_value", "order",
                "sub_text", "choices");
        assertThat(shown.getString("type")).isEqualTo(type.wireName());
    }

    @Test
    void keepsEveryValueInTheTypeOfItsField() {
        Prompt choice = people.prompt("colour", PromptType.DROPDOWN);
        choice.setPlaceholder("red\nblue");
        flow(people.prompt("name", PromptType.TEXT), people.prompt("age", PromptType.NUMBER), people.prompt("ok", PromptType.CHECKBOX),
                people.prompt("born", PromptType.DATE), people.prompt("at", PromptType.DATE_TIME), choice,
                people.prompt("picture", PromptType.FILE), people.prompt("attributes.settings.locale", PromptType.LOCALE));

        FlowView next = answer("'name':' Alice ','age':'42','ok':true,'born':'1990-02-28','at':'2026-01-02T03:04','colour':'blue',"
                + "'picture':'data:image/png;base64,AAEC','attributes.settings.locale':'de'");

        assertThat(next.component()).isEqualTo("test-probe");
        assertThat(data()).isEqualTo(FlowWorld.json("{\"name\":\"Alice\",\"age\":42,\"ok\":true,\"born\":\"1990-02-28\",\"at\":\"2026-01-02T03:04\","
                + "\"colour\":\"blue\",\"picture\":\"data:image/png;base64,AAEC\",\"attributes.settings.locale\":\"de\"}"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {"TEXT|7", "TEXT|[]", "TEXT|''", "TEXT|' '", "TEXT|null", "EMAIL|'nobody'", "EMAIL|'a@b c'", "EMAIL|{}",
            "NUMBER|'x'", "NUMBER|'1.5'", "NUMBER|1e3000", "NUMBER|true", "CHECKBOX|'yes'", "CHECKBOX|1", "CHECKBOX|false", "DATE|'2026-02-30'",
            "DATE|'28.02.2026'", "DATE_TIME|'2026-02-28'", "DATE_TIME|'x'", "FILE|'x'", "FILE|'data:text/html,<script>'", "FILE|'data:a/b;base64,!'",
            "USERNAME|'a\\u0000b'", "USERNAME|'a\\u200bb'", "USERNAME|'TAKEN'", "PASSWORD|''", "PASSWORD|1", "LOCALE|'xx'", "DROPDOWN|'green'",
            "DROPDOWN|''", "RADIO_BUTTON_GROUP|'green'"})
    void refusesWhatDoesNotFitAField(PromptType type, String sent) {
        world.user("taken", true);
        Prompt prompt = people.prompt("field", type);
        prompt.setPlaceholder("red\nblue");
        flow(prompt);

        FlowView view = answer("'field':" + sent);

        assertThat(view.component()).isEqualTo("ak-stage-prompt");
        assertThat(errors(view).size()).isEqualTo(1);
        assertThat(plan).isNull();
    }

    @ParameterizedTest
    @EnumSource(value = PromptType.class, names = {"TEXT", "TEXT_AREA", "USERNAME", "EMAIL", "PASSWORD", "NUMBER", "CHECKBOX", "RADIO_BUTTON_GROUP",
            "DROPDOWN", "DATE", "DATE_TIME", "FILE", "LOCALE"})
    void aRequiredFieldThatIsMissingIsAProblemOfThatField(PromptType type) {
        Prompt prompt = people.prompt("field", type);
        prompt.setPlaceholder("red");
        flow(prompt);

        assertThat(errors(answer("")).keySet()).containsExactly("field");
    }

    @Test
    void refusesWhatIsTooLong() {
        flow(people.prompt("field", PromptType.TEXT), people.prompt("file", PromptType.FILE));

        FlowView view = answer("'field':'" + "x".repeat(2_001) + "','file':'data:a/b;base64," + "A".repeat(360_000) + "'");

        assertThat(errors(view).keySet()).containsExactly("field", "file");
    }

    @Test
    void takesNothingThatWasNotAskedFor() {
        flow(people.prompt("name", PromptType.TEXT));

        answer("'name':'Alice','is_superuser':true,'attributes.role':'admin'");

        assertThat(data().keySet()).containsExactly("name");
    }

    @Test
    void theBrowserDecidesNothingAboutReadOnlyAndHiddenFields() {
        Prompt shown = people.prompt("tier", PromptType.TEXT_READ_ONLY);
        shown.setInitialValue("basic");
        Prompt hidden = people.prompt("attributes.source", PromptType.HIDDEN);
        hidden.setInitialValue("form");
        flow(shown, hidden, people.prompt("note", PromptType.STATIC), people.prompt("warning", PromptType.ALERT_DANGER));

        answer("'tier':'gold','attributes.source':'mine','note':'x','warning':'y'");

        assertThat(data()).isEqualTo(FlowWorld.json("{\"tier\":\"basic\",\"attributes.source\":\"form\"}"));
    }

    @Test
    void anOptionalFieldMayBeEmptied() {
        Prompt name = people.prompt("name", PromptType.TEXT);
        name.setRequired(false);
        Prompt born = people.prompt("born", PromptType.DATE);
        born.setRequired(false);
        flow(name, born);

        assertThat(answer("'name':'','born':''").component()).isEqualTo("test-probe");
        assertThat(data()).isEqualTo(FlowWorld.json("{\"name\":\"\"}"));
    }

    @Test
    void aPasswordIsInThePlanOnlySealed() {
        flow(people.prompt("password", PromptType.PASSWORD), people.prompt("password_repeat", PromptType.PASSWORD));

        answer("'password':'correct horse','password_repeat':'correct horse'");

        assertThat(plan.toJson().toString()).doesNotContain("correct horse").contains("prompt.passwords");
        assertThat(data()).isEmpty();
    }

    @Test
    void aFieldCalledPasswordIsASecretWhateverItsType() {
        flow(people.prompt("password", PromptType.TEXT));

        answer("'password':'correct horse'");

        assertThat(plan.toJson().toString()).doesNotContain("correct horse");
    }

    @Test
    void twoPasswordsMustBeTheSame() {
        flow(people.prompt("password", PromptType.PASSWORD), people.prompt("password_repeat", PromptType.PASSWORD));

        assertThat(errors(answer("'password':'correct horse','password_repeat':'correct house'")).keySet()).containsExactly("password_repeat");
    }

    @Test
    void whatWasTypedIsShownAgainButNoPassword() {
        flow(people.prompt("name", PromptType.TEXT), people.prompt("email", PromptType.EMAIL), people.prompt("password", PromptType.PASSWORD));

        FlowView view = answer("'name':'Alice','email':'wrong','password':'correct horse'");

        assertThat(field(view, 0).getString("initial_value")).isEqualTo("Alice");
        assertThat(field(view, 1).getString("initial_value")).isEqualTo("wrong");
        assertThat(view.challenge().toString()).doesNotContain("correct horse");
    }

    @Test
    void theOwnUserNameIsNotTaken() {
        User alice = world.user("alice", true);
        flow(people.prompt("username", PromptType.USERNAME));
        String path = engine.launcher.start(BROWSER, new FlowStart(flowId,
                new PlanContext().put(ContextKeys.PENDING_USER, alice.getId()), List.of()));
        FlowVisit visit = visit("ask", BROWSER, path.substring(path.indexOf('=') + 1));
        engine.executor.open(visit);

        FlowView view = engine.executor.advance(visit, FlowWorld.json("{\"component\":\"ak-stage-prompt\",\"username\":\"Alice\"}"));

        assertThat(view.component()).isEqualTo("test-probe");
    }

    @Test
    void expressionsGiveInitialValuesPlaceholdersAndChoices() {
        Prompt name = people.prompt("name", PromptType.TEXT);
        name.setInitialValueExpression(true);
        name.setInitialValue("'from ' + client_ip");
        name.setPlaceholderExpression(true);
        name.setPlaceholder("user.is_authenticated ? user.username : 'nobody'");
        Prompt colour = people.prompt("colour", PromptType.RADIO_BUTTON_GROUP);
        colour.setPlaceholderExpression(true);
        colour.setPlaceholder("['red', {'value': 'b', 'label': 'Blue'}]");
        flow(name, colour);

        FlowView view = open();

        assertThat(field(view, 0).getString("initial_value")).isEqualTo("from 192.0.2.1");
        assertThat(field(view, 0).getString("placeholder")).isEqualTo("nobody");
        assertThat(field(view, 1).getJsonArray("choices"))
                .isEqualTo(FlowWorld.json("{\"c\":[{\"value\":\"red\",\"label\":\"red\"},{\"value\":\"b\",\"label\":\"Blue\"}]}").getJsonArray("c"));
        assertThat(field(view, 1).getString("initial_value")).isEqualTo("red");
    }

    @Test
    void anExpressionThatFailsLeavesTheFieldEmptyAndAnEvent() {
        Prompt name = people.prompt("name", PromptType.TEXT);
        name.setInitialValueExpression(true);
        name.setInitialValue("context.nothing_of_this");
        flow(name);

        assertThat(field(open(), 0).getString("initial_value")).isEmpty();
        assertThat(world.events).extracting("action").contains("property_mapping_exception");
    }

    @Test
    void validationPoliciesSeeTheAnswersAndSayWhatIsWrongWhere() {
        List<Object> seen = new ArrayList<>();
        people.validation = request -> {
            seen.add(promptData(request));
            return PolicyVerdict.deny("password: Not that one.", "Not now.");
        };
        Prompt password = people.prompt("password", PromptType.PASSWORD);
        flow("{\"fields\":[\"" + password.getId() + "\"],\"validation_policies\":[\"" + UUID.randomUUID() + "\"]}");

        FlowView view = answer("'password':'correct horse'");

        assertThat(seen).containsExactly(FlowWorld.json("{\"password\":\"correct horse\"}"));
        assertThat(errors(view).getJsonArray("password").getJsonObject(0).getString("string")).isEqualTo("Not that one.");
        assertThat(errors(view).getJsonArray("non_field_errors").getJsonObject(0).getString("string")).isEqualTo("Not now.");
        assertThat(plan).isNull();
    }

    @Test
    void aValidationPolicyThatFailsLetsNobodyGoOn() {
        people.validation = request -> PolicyVerdict.failure();
        Prompt name = people.prompt("name", PromptType.TEXT);
        flow("{\"fields\":[\"" + name.getId() + "\"],\"validation_policies\":[\"" + UUID.randomUUID() + "\"]}");

        assertThat(errors(answer("'name':'Alice'")).keySet()).containsExactly("non_field_errors");
    }

    private static Object promptData(PolicyRequest request) {
        return request.context().get("prompt_data");
    }
}
