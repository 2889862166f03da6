package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Walks every stage type the API offers, as a stranger and as somebody who is identified: nobody gets past a stage that asks something
 * with an empty, made-up, foreign, replayed or too early answer (CVE-2026-49443, CVE-2026-54730). Behind each stage stands a redirect
 * to {@link #PAST}, which shows who got there.
 */
@ExtendWith(GatehouseServer.class)
class EveryStageIT {

    private static final String PAST = "/walked-past";
    private static final String RUN = Long.toString(System.nanoTime(), 36);
    private static final String PERSON = "walker-" + RUN;

    /** What a type needs to be created, where its required fields alone do not say. */
    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("/stages/identification/", "{\"user_fields\":[\"username\"],\"pretend_user_exists\":false}"),
            Map.entry("/stages/password/", "{\"backends\":[\"authentik.core.auth.InbuiltBackend\"],\"failed_attempts_before_cancel\":1000}"),
            Map.entry("/stages/redirect/", "{\"mode\":\"static\",\"target_static\":\"/elsewhere\"}"),
            Map.entry("/stages/user_login/", "{\"remember_me_offset\":\"days=1\"}"),
            Map.entry("/stages/captcha/", "{\"public_key\":\"a site key\",\"private_key\":\"a secret key\",\"api_url\":\"http://127.0.0.1:1/verify\"}"),
            Map.entry("/stages/authenticator/sms/", "{\"provider\":\"generic\",\"from_number\":\"+15550100\",\"account_sid\":\"http://127.0.0.1:1/\",\"auth\":\"x\"}"),
            Map.entry("/stages/authenticator/totp/", "{\"digits\":\"6\"}"),
            Map.entry("/stages/authenticator/validate/", "{\"not_configured_action\":\"deny\",\"device_classes\":[\"totp\",\"static\"]}"));

    /** Those that ask nothing and lead on: doing that is all they are for, and none of them proves anything. */
    private static final Set<String> ASK_NOTHING = Set.of("ak-stage-user-logout-form");

    /** Those whose own answer has no fields. */
    private static final Set<String> EMPTY_ANSWERS = Set.of("ak-stage-dummy", "ak-stage-authenticator-static");

    private final Map<String, JsonObject> stages = new TreeMap<>();
    private String promptFields = "{\"fields\":[]}";

    @BeforeAll
    static void makePerson(GatehouseServer server) {
        int pk = server.api().create("/core/users/", Json.createObjectBuilder().add("username", PERSON).add("name", "Walker")
                .add("email", PERSON + "@gatehouse.example").build()).getInt("pk");
        server.api().send("POST", "/core/users/" + pk + "/set_password/", "{\"password\":\"the password of a walker\"}");
    }

    @Test
    void nobodyGetsPastAStageWithAnAnswerThatIsNotItsOwn(GatehouseServer server) {
        ApiClient api = server.api();
        createOneOfEachType(api);
        String past = stage(api, "/stages/redirect/", "past", "{\"mode\":\"static\",\"target_static\":\"" + PAST + "\"}").getString("pk");
        String who = stage(api, "/stages/identification/", "who", SETTINGS.get("/stages/identification/")).getString("pk");
        SoftAssertions each = new SoftAssertions();
        int number = 0;
        for (JsonObject stage : stages.values()) {
            String slug = "walk-" + RUN + "-" + number++;
            flow(api, slug, List.of(stage.getString("pk"), past));
            flow(api, slug + "-known", List.of(who, stage.getString("pk"), past));
            walk(server, each, stage.getString("component"), slug, List.of());
            walk(server, each, stage.getString("component"), slug + "-known", List.of(identification()));
        }
        each.assertAll();
    }

    private void createOneOfEachType(ApiClient api) {
        makePrompt(api);
        JsonObject published = api.get("/schema/?format=json");
        published.getJsonObject("paths").forEach((path, operations) -> {
            if (path.startsWith("/stages/") && !path.startsWith("/stages/all/") && makesAnObject(operations.asJsonObject())) {
                HttpResponse<String> made = api.send("POST", path, document(path, body(published, operations.asJsonObject())).toString());
                if (made.statusCode() == 201 && HttpBrowser.json(made).containsKey("component")) {
                    stages.put(HttpBrowser.json(made).getString("component"), HttpBrowser.json(made));
                }
            }
        });
        Set<String> offered = new TreeSet<>();
        array(api, "/stages/all/types/").forEach(type -> offered.add(type.asJsonObject().getString("component")));
        assertThat(stages.keySet()).as("types of which this test can create a stage; tell it the settings of others").containsAll(offered);
    }

    private JsonObject document(String path, JsonObject schema) {
        JsonObjectBuilder document = Json.createObjectBuilder(firstChoices(schema)).add("name", "walked " + RUN + path);
        json(SETTINGS.getOrDefault(path, path.equals("/stages/prompt/stages/") ? promptFields : "{}")).forEach(document::add);
        return document.build();
    }

    /** Special operations do not say what their body must be. */
    private static boolean makesAnObject(JsonObject operations) {
        return operations.containsKey("post") && operations.getJsonObject("post").containsKey("requestBody")
                && operations.getJsonObject("post").getJsonObject("requestBody").getBoolean("required", false);
    }

    private static JsonObject body(JsonObject published, JsonObject operations) {
        String reference = operations.getJsonObject("post").getJsonObject("requestBody").getJsonObject("content").getJsonObject("application/json")
                .getJsonObject("schema").getString("$ref");
        return published.getJsonObject("components").getJsonObject("schemas").getJsonObject(reference.substring(reference.lastIndexOf('/') + 1));
    }

    /** For each field that has to be chosen the first of the choices. */
    private static JsonObject firstChoices(JsonObject schema) {
        JsonObjectBuilder chosen = Json.createObjectBuilder();
        schema.getOrDefault("required", JsonValue.EMPTY_JSON_ARRAY).asJsonArray().getValuesAs(JsonString::getString).forEach(field -> {
            JsonArray choices = schema.getJsonObject("properties").getJsonObject(field).getJsonArray("enum");
            if (choices != null) {
                chosen.add(field, choices.get(0));
            }
        });
        return chosen.build();
    }

    /** Once there are prompts, the prompt stage gets one that has to be answered. */
    private void makePrompt(ApiClient api) {
        HttpResponse<String> prompt = api.send("POST", "/stages/prompt/prompts/", Json.createObjectBuilder().add("name", "walked " + RUN)
                .add("field_key", "walked_field").add("label", "Walked").add("type", "text").add("required", true).build().toString());
        if (prompt.statusCode() == 201) {
            promptFields = "{\"fields\":[\"" + HttpBrowser.json(prompt).getString("pk") + "\"]}";
        }
    }

    private static JsonObject stage(ApiClient api, String path, String name, String settings) {
        return api.create(path, Json.createObjectBuilder(json(settings)).add("name", name + "-" + RUN).build());
    }

    private static void flow(ApiClient api, String slug, List<String> stages) {
        String flow = api.create("/flows/instances/", Json.createObjectBuilder().add("name", slug).add("slug", slug).add("title", slug)
                .add("designation", "authentication").build()).getString("pk");
        for (int i = 0; i < stages.size(); i++) {
            api.create("/flows/bindings/", Json.createObjectBuilder().add("target", flow).add("stage", stages.get(i)).add("order", i).build());
        }
    }

    private void walk(GatehouseServer server, SoftAssertions each, String type, String slug, List<JsonObject> before) {
        JsonObject shown = reach(server.browser(), slug, before);
        String component = shown.getString("component");
        if (component.equals("xak-flow-redirect")) {
            each.assertThat(isPast(shown) && !ASK_NOTHING.contains(type)).as(type + " asks nothing and leads on in " + slug).isFalse();
            return;
        }
        for (JsonObject answer : answers(component)) {
            HttpBrowser browser = server.browser();
            reach(browser, slug, before);
            boolean own = EMPTY_ANSWERS.contains(component) && answer.getString("component", "").equals(component);
            JsonObject after = browser.answer(slug, answer);
            each.assertThat(isPast(after) && !own).as(slug + " " + type + " after " + answer).isFalse();
            // Sent again to whatever is there now, it leads nowhere either.
            each.assertThat(isPast(browser.answer(slug, answer)) && !own).as(slug + " " + type + " after " + answer + " twice").isFalse();
        }
        tooEarly(server, each, type, slug, component);
        foreign(server, each, type, slug, before, component);
    }

    /** An answer before anything was shown, and one to a stage that comes later. */
    private static void tooEarly(GatehouseServer server, SoftAssertions each, String type, String slug, String component) {
        for (JsonObject answer : answers(component)) {
            each.assertThat(isPast(server.browser().answer(slug, answer))).as(slug + " " + type + " too early: " + answer).isFalse();
        }
    }

    /** Another browser answers for the one that was shown the challenge, with all that can be read in its address bar. */
    private static void foreign(GatehouseServer server, SoftAssertions each, String type, String slug, List<JsonObject> before, String component) {
        HttpBrowser victim = server.browser();
        HttpResponse<String> page = victim.get("/if/flow/" + slug + "/");
        String execution = HiddenFields.of(page.body()).getOrDefault("execution", "");
        String path = "/api/v3/flows/executor/" + slug + "/?query=" + HttpBrowser.encode("execution=" + execution);
        before.forEach(answer -> victim.postJson(path, answer.toString()));
        HttpBrowser thief = server.browser();
        // A step that asks for nothing but a click is passed by anybody's own click; it is the thief's own flow then.
        answers(component).stream()
                .filter(answer -> !EMPTY_ANSWERS.contains(component) || !JsonString.class.isInstance(answer.get("component"))
                        || !answer.getString("component").equals(component))
                .forEach(answer -> each.assertThat(isPast(HttpBrowser.json(thief.postJson(path, answer.toString()))))
                .as(slug + " " + type + " from another browser: " + answer).isFalse());
    }

    private static JsonObject reach(HttpBrowser browser, String slug, List<JsonObject> before) {
        JsonObject shown = browser.challenge(slug);
        for (JsonObject answer : before) {
            shown = browser.answer(slug, answer);
        }
        return shown;
    }

    private static boolean isPast(JsonObject challenge) {
        return challenge.getString("component").equals("xak-flow-redirect") && challenge.getString("to").contains(PAST);
    }

    private static JsonObject identification() {
        return Json.createObjectBuilder().add("component", "ak-stage-identification").add("uid_field", PERSON).build();
    }

    private static List<JsonObject> answers(String component) {
        List<JsonObject> answers = new ArrayList<>();
        Stream.of("{}", "{\"component\":null}", "{\"component\":[\"C\"]}", "{\"component\":\"C\"}", "{\"component\":\"C\",\"unknown\":1}",
                "{\"component\":\"xak-flow-redirect\",\"to\":\"/\"}", "{\"component\":\"ak-stage-access-denied\"}",
                "{\"component\":\"ak-stage-autosubmit\"}", "{\"component\":\"ak-stage-made-up\"}")
                .map(text -> json(text.replace("C", component))).forEach(answers::add);
        Map<String, List<String>> fields = new LinkedHashMap<>();
        fields.put("uid_field", List.of("\"\"", "[]", "\"nobody-at-all\"", "7"));
        fields.put("password", List.of("\"\"", "null", "\"wrong\"", "true"));
        fields.put("token", List.of("\"\"", "\"made up\"", "7"));
        fields.put("code", List.of("\"\"", "\"000000\"", "0", "\"" + "9".repeat(200) + "\""));
        fields.put("email", List.of("\"thief@gatehouse.example\""));
        fields.put("phone_number", List.of("\"+15550199\""));
        fields.put("selected_challenge", List.of("{}", "{\"device_class\":\"totp\",\"device_uid\":\"1\",\"challenge\":{}}"));
        fields.put("selected_stage", List.of("\"00000000-0000-0000-0000-000000000000\"", "\"x\""));
        fields.put("webauthn", List.of("{}", "{\"id\":\"AAAA\",\"rawId\":\"AAAA\",\"type\":\"public-key\",\"response\":{}}"));
        fields.put("response", List.of("{}", "\"x\""));
        fields.forEach((name, values) -> values.forEach(value ->
                answers.add(json("{\"component\":\"" + component + "\",\"" + name + "\":" + value + "}"))));
        return answers;
    }

    private static JsonArray array(ApiClient api, String path) {
        try (var reader = Json.createReader(new StringReader(api.send("GET", path, "").body()))) {
            return reader.readArray();
        }
    }

    private static JsonObject json(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            JsonValue value = reader.readValue();
            return value.asJsonObject();
        }
    }
}
