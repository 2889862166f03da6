package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;

/** Accounts that people make and change themselves: prompts, invitations and lockdown, through the API, the executor and a browser. */
@ExtendWith(GatehouseServer.class)
class EnrollmentIT {

    private static final String PASSWORD = "a long enough password";

    /** A flow that was built through the API for one test. */
    private static final class Journey {

        private final ApiClient api;
        private final String slug = "it-" + UUID.randomUUID();
        private final String flow;
        private int order;

        Journey(ApiClient api, String designation) {
            this.api = api;
            flow = api.create("/flows/instances/", Json.createObjectBuilder().add("name", slug).add("slug", slug).add("title", "Join us")
                    .add("designation", designation).build()).getString("pk");
        }

        Journey then(String path, JsonObjectBuilder settings) {
            String stage = api.create("/stages/" + path + "/", settings.add("name", slug + "-" + order).build()).getString("pk");
            api.create("/flows/bindings/", Json.createObjectBuilder().add("target", flow).add("stage", stage).add("order", order++).build());
            return this;
        }

        Journey asking(String... keysAndTypes) {
            JsonArrayBuilder fields = Json.createArrayBuilder();
            for (int i = 0; i < keysAndTypes.length; i += 2) {
                fields.add(prompt(keysAndTypes[i], keysAndTypes[i + 1], i));
            }
            return then("prompt/stages", Json.createObjectBuilder().add("fields", fields));
        }

        private String prompt(String key, String type, int place) {
            boolean choice = type.equals("dropdown") || type.equals("radio-button-group");
            return api.create("/stages/prompt/prompts/", Json.createObjectBuilder().add("name", slug + "-" + key).add("field_key", key)
                    .add("label", "Your " + key).add("type", type).add("order", place)
                    .add("placeholder", choice ? "['red', 'blue']" : "").add("placeholder_expression", choice).build()).getString("pk");
        }

        Journey enrolling() {
            return asking("username", "username", "name", "text", "email", "email", "password", "password", "password_repeat", "password")
                    .then("user_write", Json.createObjectBuilder().add("user_creation_mode", "always_create").add("create_users_as_inactive", false))
                    .then("user_login", Json.createObjectBuilder());
        }

        String executor(String query) {
            return "/api/v3/flows/executor/" + slug + "/?query=" + HttpBrowser.encode(query);
        }
    }

    private static JsonObject answers(String username) {
        return Json.createObjectBuilder().add("component", "ak-stage-prompt").add("username", username).add("name", "New Comer")
                .add("email", username + "@example.com").add("password", PASSWORD).add("password_repeat", PASSWORD).build();
    }

    private static String fresh() {
        return "user-" + UUID.randomUUID();
    }

    @Test
    void enrollsOverTheExecutor(GatehouseServer server) {
        Journey journey = new Journey(server.api(), "enrollment").enrolling();
        HttpBrowser browser = server.browser();
        String name = fresh();

        JsonObject first = browser.challenge(journey.slug);
        JsonObject last = browser.answer(journey.slug, answers(name));

        assertThat(first.getString("component")).isEqualTo("ak-stage-prompt");
        assertThat(first.getJsonArray("fields")).hasSize(5);
        assertThat(last.getString("component")).as(last.toString()).isEqualTo("xak-flow-redirect");
        assertThat(browser.get("/api/v3/core/users/me/").body()).contains("\"username\":\"" + name + "\"");
        assertThat(server.browser().login(name, PASSWORD).getString("component")).isEqualTo("xak-flow-redirect");
        String events = server.api().get("/events/events/?action=user_write&ordering=-created").toString();
        assertThat(events).contains(name).doesNotContain(PASSWORD);
    }

    @Test
    void asksAgainForWhatIsWrongAndMakesNobody(GatehouseServer server) {
        Journey journey = new Journey(server.api(), "enrollment").enrolling();
        HttpBrowser browser = server.browser();
        browser.challenge(journey.slug);

        JsonObject again = browser.answer(journey.slug, Json.createObjectBuilder(answers("AKADMIN")).add("email", "nobody")
                .add("password_repeat", "another").build());

        assertThat(again.getString("component")).isEqualTo("ak-stage-prompt");
        assertThat(again.getJsonObject("response_errors").keySet()).containsExactlyInAnyOrder("username", "email", "password_repeat");
        assertThat(again.toString()).doesNotContain(PASSWORD);
        assertThat(browser.cookie("gatehouse_session")).isNull();
    }

    @Test
    void enrollsInABrowser(GatehouseServer server) {
        Journey journey = new Journey(server.api(), "enrollment")
                .asking("username", "username", "attributes.colour", "radio-button-group", "attributes.team", "dropdown", "attributes.ok", "checkbox",
                        "attributes.about", "text_area", "attributes.born", "date", "password", "password", "password_repeat", "password")
                .then("user_write", Json.createObjectBuilder().add("user_creation_mode", "always_create").add("create_users_as_inactive", false))
                .then("user_login", Json.createObjectBuilder());
        String name = fresh();
        try (ChromiumBrowser browser = new ChromiumBrowser()) {
            browser.open(server.url() + "/if/flow/" + journey.slug + "/");
            browser.type("prompt-username", name);
            assertThat(browser.driver().findElement(By.id("prompt-username")).getDomAttribute("autocomplete")).isEqualTo("username");
            assertThat(browser.driver().findElement(By.id("prompt-password")).getDomAttribute("autocomplete")).isEqualTo("new-password");
            browser.driver().findElement(By.id("prompt-attributes.colour-1")).click();
            browser.driver().findElement(By.id("prompt-attributes.ok")).click();
            browser.type("prompt-attributes.about", "Hello");
            browser.type("prompt-password", PASSWORD);
            browser.type("prompt-password_repeat", "another one");
            browser.submit();
            browser.await(page -> !page.findElement(By.id("prompt-password_repeat-problem")).getText().isBlank());
            assertThat(browser.driver().findElement(By.id("prompt-username")).getDomProperty("value")).isEqualTo(name);
            browser.driver().findElement(By.id("prompt-attributes.born")).sendKeys("02281990");
            browser.type("prompt-password", PASSWORD);
            browser.type("prompt-password_repeat", PASSWORD);
            browser.submit();
            browser.await(page -> page.getCurrentUrl().contains("/if/user/"));
        }
        JsonObject attributes = server.api().get("/core/users/?username=" + name).getJsonArray("results").getJsonObject(0).getJsonObject("attributes");
        assertThat(attributes.getString("colour")).isEqualTo("blue");
        assertThat(attributes.getString("team")).isEqualTo("red");
        assertThat(attributes.getBoolean("ok")).isTrue();
        assertThat(attributes.getString("about")).isEqualTo("Hello");
        assertThat(attributes.getString("born")).isEqualTo("1990-02-28");
    }

    @Test
    void aSingleUseInvitationMakesOneAccountHoweverManyTryAtOnce(GatehouseServer server) throws Exception {
        Journey journey = new Journey(server.api(), "enrollment").then("invitation/stages", Json.createObjectBuilder()).enrolling();
        String token = server.api().create("/stages/invitation/invitations/", Json.createObjectBuilder().add("name", "welcome").add("single_use", true)
                .add("flow", journey.flow).add("fixed_data", Json.createObjectBuilder().add("email", "invited@example.com")).build()).getString("pk");
        ExecutorService many = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Boolean>> tries = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                HttpBrowser browser = server.browser();
                assertThat(HttpBrowser.json(browser.get(journey.executor("itoken=" + token))).getString("component")).isEqualTo("ak-stage-prompt");
                tries.add(() -> HttpBrowser.json(browser.postJson(journey.executor("itoken=" + token), answers(fresh()).toString())).getString("component")
                        .equals("xak-flow-redirect"));
            }
            int made = 0;
            for (Future<Boolean> result : many.invokeAll(tries)) {
                made += result.get() ? 1 : 0;
            }
            assertThat(made).isEqualTo(1);
        } finally {
            many.shutdown();
        }
        assertThat(server.api().get("/core/users/?email=invited@example.com").getJsonArray("results")).hasSize(1);
        assertThat(server.api().send("GET", "/stages/invitation/invitations/" + token + "/", "").statusCode()).isEqualTo(404);
        assertThat(HttpBrowser.json(server.browser().get(journey.executor("itoken=" + token))).getString("component")).isEqualTo("ak-stage-access-denied");
    }

    @Test
    void invitationsAreMadeInBulkAllOrNone(GatehouseServer server) {
        String one = "{\"name\":\"bulk-" + UUID.randomUUID() + "\",\"single_use\":true}";

        HttpResponse<String> made = server.api().send("POST", "/stages/invitation/invitations/bulk/", "{\"invitations\":[" + one + "," + one + "]}");
        HttpResponse<String> refused = server.api().send("POST", "/stages/invitation/invitations/bulk/",
                "{\"invitations\":[{\"name\":\"never-made\"},{\"name\":\"not a slug\"}]}");
        HttpResponse<String> empty = server.api().send("POST", "/stages/invitation/invitations/bulk/", "{\"invitations\":[]}");

        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("invitations.1.name");
        assertThat(empty.statusCode()).isEqualTo(400);
        assertThat(server.api().get("/stages/invitation/invitations/?name=never-made").getJsonArray("results")).isEmpty();
    }

    @Test
    void invitationsAreMailedToAddressesOnly(GatehouseServer server) {
        Journey journey = new Journey(server.api(), "enrollment").then("invitation/stages", Json.createObjectBuilder());
        String key = server.api().create("/stages/invitation/invitations/", Json.createObjectBuilder().add("name", "by-mail").add("flow", journey.flow)
                .build()).getString("pk");
        String path = "/stages/invitation/invitations/" + key + "/send_email/";

        assertThat(server.api().send("POST", path, "{\"email_addresses\":[\"guest@example.com\"]}").statusCode()).isEqualTo(204);
        for (String bad : List.of("{}", "{\"email_addresses\":[]}", "{\"email_addresses\":[1]}", "{\"email_addresses\":[\"x\"]}",
                "{\"email_addresses\":[\"a@example.com\\r\\nBcc: b@example.com\"]}", "{\"email_addresses\":[\"a@example.com\"],\"template\":\"../x\"}")) {
            assertThat(server.api().send("POST", path, bad).statusCode()).as(bad).isEqualTo(400);
        }
    }

    @Test
    void promptsArePreviewedAndKnowTheirStages(GatehouseServer server) {
        ApiClient api = server.api();
        Journey journey = new Journey(api, "enrollment").asking("nickname", "text");

        JsonObject prompt = api.get("/stages/prompt/prompts/?field_key=nickname&search=" + journey.slug).getJsonArray("results").getJsonObject(0);
        HttpResponse<String> preview = api.send("POST", "/stages/prompt/prompts/preview/", "{\"name\":\"p\",\"field_key\":\"k\",\"label\":\"L\","
                + "\"type\":\"dropdown\",\"placeholder\":\"['a', user.username]\",\"placeholder_expression\":true}");
        HttpResponse<String> broken = api.send("POST", "/stages/prompt/prompts/preview/", "{\"name\":\"p\",\"field_key\":\"k\",\"label\":\"L\","
                + "\"type\":\"text\",\"initial_value\":\"nobody.knows\",\"initial_value_expression\":true}");
        HttpResponse<String> deleted = api.send("DELETE", "/stages/prompt/prompts/" + prompt.getString("pk") + "/", "");

        assertThat(prompt.getJsonArray("prompt_stages_obj")).hasSize(1);
        assertThat(preview.statusCode()).as(preview.body()).isEqualTo(200);
        assertThat(HttpBrowser.json(preview).getJsonArray("fields").getJsonObject(0).getJsonArray("choices").toString()).contains("akadmin");
        assertThat(broken.statusCode()).isEqualTo(400);
        assertThat(broken.body()).contains("initial_value");
        assertThat(deleted.statusCode()).isEqualTo(409);
        assertThat(api.send("GET", "/stages/prompt/prompts/" + prompt.getString("pk") + "/used_by/", "").body()).contains("promptstage");
    }

    @Test
    void peopleDeleteAndLockTheirOwnAccountOnly(GatehouseServer server) {
        ApiClient api = server.api();
        Journey enrollment = new Journey(api, "enrollment").enrolling();
        Journey unenrollment = new Journey(api, "unenrollment").then("user_delete", Json.createObjectBuilder());
        Journey lockdown = new Journey(api, "stage_configuration").then("account_lockdown", Json.createObjectBuilder());
        String leaving = fresh();
        String locking = fresh();
        HttpBrowser one = enrolled(server, enrollment, leaving);
        HttpBrowser two = enrolled(server, enrollment, locking);

        JsonObject stranger = server.browser().challenge(unenrollment.slug);
        JsonObject strangerLocks = server.browser().challenge(lockdown.slug);
        JsonObject asked = one.challenge(unenrollment.slug);
        two.challenge(lockdown.slug);
        // Opening a page does neither: anybody can make somebody follow a link.
        assertThat(asked.getString("component")).isEqualTo("ak-stage-dummy");
        assertThat(one.get("/api/v3/core/users/me/").statusCode()).isEqualTo(200);
        assertThat(two.get("/api/v3/core/users/me/").statusCode()).isEqualTo(200);
        JsonObject yes = Json.createObjectBuilder().add("component", "ak-stage-dummy").build();
        one.answer(unenrollment.slug, yes);
        two.answer(lockdown.slug, yes);

        assertThat(stranger.getString("component")).isEqualTo("ak-stage-access-denied");
        assertThat(strangerLocks.getString("component")).isEqualTo("ak-stage-access-denied");
        assertThat(one.get("/api/v3/core/users/me/").statusCode()).isEqualTo(403);
        assertThat(two.get("/api/v3/core/users/me/").statusCode()).isEqualTo(403);
        assertThat(api.get("/core/users/?username=" + leaving).getJsonArray("results")).isEmpty();
        assertThat(api.get("/core/users/?username=" + locking).getJsonArray("results").getJsonObject(0).getBoolean("is_active")).isFalse();
        assertThat(server.browser().login(locking, PASSWORD).getString("component")).isEqualTo("ak-stage-password");
    }

    private static HttpBrowser enrolled(GatehouseServer server, Journey enrollment, String name) {
        HttpBrowser browser = server.browser();
        browser.challenge(enrollment.slug);
        assertThat(browser.answer(enrollment.slug, answers(name)).getString("component")).isEqualTo("xak-flow-redirect");
        return browser;
    }
}
