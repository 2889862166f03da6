package org.gatehouse.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.flow.FlowEngine.BROWSER;
import static org.gatehouse.flow.FlowEngine.visit;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.gatehouse.crypto.SecretCipher;
import org.gatehouse.fixture.FlowWorld;
import org.gatehouse.fixture.PeopleWorld;
import org.gatehouse.model.directory.User;
import org.gatehouse.model.flow.Flow;
import org.gatehouse.model.flow.FlowDesignation;
import org.gatehouse.model.prompt.PromptType;
import org.gatehouse.type.Family;
import org.gatehouse.type.FieldDescriptor;
import org.gatehouse.type.ObjectType;
import org.gatehouse.type.RecordDescriptor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What holds for every stage type there is: no answer but its own leads on (CVE-2026-49443, CVE-2026-54730), and its fields have
 * labels. Types are found by themselves; one that asks something and needs settings is given them in {@link #SETTINGS}.
 */
class StageContractTest {

    private static final Map<String, String> SETTINGS = Map.of(
            "identification", "{\"user_fields\":[\"username\"],\"pretend_user_exists\":false}",
            "password", "{\"backends\":[\"authentik.core.auth.InbuiltBackend\",\"authentik.core.auth.TokenBackend\"],\"failed_attempts_before_cancel\":1000}",
            "user_login", "{\"remember_me_offset\":\"days=1\"}",
            "captcha", "{\"public_key\":\"site\",\"private_key\":\"" + new SecretCipher(List.of("the secret of a test")).seal("x") + "\",\"api_url\":\"http://127.0.0.1:1/\"}",
            "email", "{\"token_expiry\":\"minutes=30\",\"recovery_cache_timeout\":\"minutes=5\",\"template\":\"email/password_reset.html\",\"subject\":\"\",\"use_global_settings\":true,\"recovery_max_attempts\":0}",
            "authenticator_email", "{\"token_expiry\":\"minutes=30\",\"template\":\"email/email_otp.html\",\"subject\":\"\",\"use_global_settings\":true}",
            "authenticator_sms", "{\"provider\":\"generic\",\"from_number\":\"1\",\"account_sid\":\"http://127.0.0.1:1/\",\"auth\":\"" + new SecretCipher(List.of("the secret of a test")).seal("x") + "\",\"auth_type\":\"basic\",\"friendly_name\":\"\"}",
            "authenticator_totp", "{\"digits\":\"6\"}",
            "redirect", "{\"mode\":\"static\",\"target_static\":\"/elsewhere\"}");

    /** Asks nothing: to say that one has seen it is its whole answer. */
    private static final String SHOWN_ONLY = "ak-stage-authenticator-static";

    static Stream<ObjectType> types() {
        return classes().map(type -> type.getAnnotation(ObjectType.class));
    }

    static Stream<Class<?>> classes() {
        return new ClassFileImporter().importPackages("org.gatehouse.flow.stage").stream()
                .filter(type -> type.isAnnotatedWith(ObjectType.class)).map(JavaClass::reflect);
    }

    @ParameterizedTest
    @MethodSource("types")
    void noAnswerButItsOwnLeadsOn(ObjectType type) {
        FlowEngine engine = new FlowEngine();
        FlowView shown = engine.executor.open(started(engine, type, BROWSER));
        // A test stage's own answer is the empty one.
        if (List.of("xak-flow-redirect", "ak-stage-access-denied", "test-probe", "ak-stage-dummy", SHOWN_ONLY).contains(shown.component())) {
            return;
        }
        assertThat(garbage(shown.component()).map(answer -> {
            FlowVisit visit = started(engine, type, answer.toString());
            engine.executor.open(visit);
            return engine.executor.advance(visit, answer).component();
        })).containsOnly(shown.component());
    }

    /** A flow of this stage and a probe after it, launched with a user pending and an application at hand. */
    private static FlowVisit started(FlowEngine engine, ObjectType type, String browser) {
        FlowWorld world = engine.world;
        world.types.add(new ProbeStage());
        User alice = world.user("alice", true);
        world.application("grafana");
        Flow flow = world.flow("flow", FlowDesignation.AUTHENTICATION);
        String settings = type.name().equals("prompt") ? PeopleWorld.asking(engine.people.prompt("nickname", PromptType.TEXT)) : firstChoices(type);
        world.bind(flow, world.stage(type.name(), SETTINGS.getOrDefault(type.name(), settings)));
        world.bind(flow, world.stage("probe", "{}"));
        String path = engine.launcher.start(browser, new FlowStart(flow.getId(),
                new PlanContext().put(ContextKeys.PENDING_USER, alice.getId()).put(ContextKeys.APPLICATION, "grafana"), List.of()));
        return visit("flow", browser, path.substring(path.indexOf('=') + 1));
    }

    /** For each field that has to be chosen the first of the choices. */
    private static String firstChoices(ObjectType type) {
        JsonObjectBuilder chosen = Json.createObjectBuilder();
        Class<?> behaviour = classes().filter(known -> known.getAnnotation(ObjectType.class).equals(type)).findFirst().orElseThrow();
        fields(behaviour).stream().filter(field -> field.required() && !field.choices().isEmpty())
                .forEach(field -> chosen.add(field.wireName(), field.choices().get(0)));
        return chosen.build().toString();
    }

    private static Stream<JsonObject> garbage(String component) {
        Stream<String> own = Stream.of("{}", "{'component':null}", "{'component':['C']}", "{'component':'C'}", "{'component':'C','unknown':1}",
                "{'component':'C','uid_field':''}", "{'component':'C','uid_field':[]}", "{'component':'C','uid_field':'nobody'}",
                "{'component':'C','uid_field':{'a':1}}", "{'component':'C','password':''}", "{'component':'C','password':null}",
                "{'component':'C','password':'wrong'}", "{'component':'C','password':true}", "{'component':'C','token':''}",
                "{'component':'C','token':'made up'}", "{'component':'C','token':7}", "{'component':'C','remember_me':null}",
                "{'component':'C','remember_me':'yes'}", "{'component':'C','remember_me':1}", "{'component':'C','code':'000000'}",
                "{'component':'C','selected_challenge':{}}", "{'component':'C','response':{}}", "{'component':'C','to':'/'}");
        Stream<String> foreign = Stream.of("{'component':'xak-flow-redirect','to':'/'}", "{'component':'ak-stage-access-denied'}",
                "{'component':'ak-stage-dummy'}", "{'component':'test-probe','word':'x'}");
        return Stream.concat(own, foreign).map(text -> text.replace("'C'", "'" + component + "'").replace('\'', '"')).map(FlowWorld::json)
                .map(json -> Json.createObjectBuilder(json).build());
    }

    @ParameterizedTest
    @MethodSource("classes")
    void everyFieldHasALabelInBothLanguages(Class<?> type) {
        for (Locale locale : List.of(Locale.ROOT, Locale.GERMAN)) {
            ResourceBundle messages = ResourceBundle.getBundle(type.getPackageName() + ".messages", locale,
                    ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
            assertThat(messages.getLocale()).isEqualTo(locale);
            assertThat(messages.keySet()).contains("type", "type.plural", "type.description")
                    .containsAll(fields(type).stream().map(FieldDescriptor::wireName).toList());
        }
    }

    private static List<FieldDescriptor> fields(Class<?> type) {
        for (var implemented : type.getGenericInterfaces()) {
            if (implemented instanceof java.lang.reflect.ParameterizedType parameterized && parameterized.getRawType() == StageType.class) {
                return RecordDescriptor.fieldsOf((Class<?>) parameterized.getActualTypeArguments()[0]);
            }
        }
        throw new AssertionError(type + " is no stage type");
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyTypeIsAStage(ObjectType type) {
        assertThat(type.family()).isEqualTo(Family.STAGE);
        assertThat(type.model()).matches("(authentik|gatehouse)_stages_[a-z_]+\\.[a-z]+stage");
    }
}
