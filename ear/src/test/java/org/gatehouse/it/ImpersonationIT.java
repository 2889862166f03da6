package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Acting as another user: who may, what is noted, how it ends. */
@ExtendWith(GatehouseServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImpersonationIT {

    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"token\" value=\"([0-9a-f]{64})\"");

    private GatehouseServer server;
    private ApiClient api;

    @BeforeAll
    void prepare(GatehouseServer running) {
        server = running;
        api = running.api();
    }

    @Test
    void anAdministratorActsAsAUserAndGoesBack() {
        Person person = Person.create(api, "acted");
        HttpBrowser admin = HttpBrowser.ofAdministrator(server);
        String former = admin.cookie("gatehouse_session");

        assertThat(begin(admin, person.pk(), "Ticket 7").statusCode()).isEqualTo(204);

        assertThat(admin.cookie("gatehouse_session")).isNotEqualTo(former);
        JsonObject me = me(admin);
        assertThat(me.getJsonObject("user").getString("username")).isEqualTo(person.username());
        assertThat(me.getJsonObject("original").getString("username")).isEqualTo("akadmin");
        assertThat(admin.get("/if/user/").body()).contains("impersonation-banner").contains("akadmin");
        assertThat(admin.get("/api/v3/core/users/").statusCode()).as("no more rights than the user has").isEqualTo(403);
        String acting = admin.cookie("gatehouse_session");

        assertThat(admin.api("GET", "/core/users/impersonate_end/", "").statusCode()).isEqualTo(204);

        assertThat(me(admin).getJsonObject("user").getString("username")).isEqualTo("akadmin");
        assertThat(me(admin).containsKey("original")).isFalse();
        assertThat(admin.cookie("gatehouse_session")).as("a new key").isNotEqualTo(former).isNotEqualTo(acting);
        assertThat(withSession(former)).isEqualTo(403);
        assertThat(withSession(acting)).isEqualTo(403);
        assertThat(events("impersonation_started", person).getJsonObject("context").getString("reason")).isEqualTo("Ticket 7");
        assertThat(events("impersonation_ended", person).getJsonObject("user").getString("username")).isEqualTo("akadmin");
    }

    @Test
    void whatIsDoneMeanwhileNamesBoth() {
        Person person = Person.create(api, "both");
        Person sessions = Person.create(api, "superuser");
        String group = api.create("/core/groups/", Json.createObjectBuilder().add("name", "both-" + System.nanoTime()).add("is_superuser", true)
                .add("users", Json.createArrayBuilder().add(person.pk())).build()).getString("pk");
        HttpBrowser admin = HttpBrowser.ofAdministrator(server);
        begin(admin, person.pk(), "To see it");
        me(admin);

        assertThat(admin.api("PATCH", "/core/users/" + sessions.pk() + "/", "{\"name\":\"Renamed\"}").statusCode()).isEqualTo(200);

        JsonObject user = api.get("/events/events/?action=model_updated&ordering=-created&page_size=20").getJsonArray("results").stream()
                .map(row -> row.asJsonObject()).filter(row -> row.toString().contains(sessions.username())).findFirst().orElseThrow().getJsonObject("user");
        assertThat(user.getString("username")).isEqualTo("akadmin");
        assertThat(user.getJsonObject("on_behalf_of").getString("username")).isEqualTo(person.username());
        api.send("DELETE", "/core/groups/" + group + "/", "");
    }

    @Test
    void isRefusedWithoutLoginRightOrReason() {
        Person person = Person.create(api, "target");
        Person other = Person.create(api, "stranger");
        HttpBrowser admin = HttpBrowser.ofAdministrator(server);
        int self = me(admin).getJsonObject("user").getInt("pk");
        HttpBrowser stranger = server.browser();
        stranger.login(other.username(), Person.PASSWORD);
        me(stranger);
        String path = "/core/users/" + person.pk() + "/impersonate/";

        assertThat(api.send("POST", path, "{\"reason\":\"x\"}").statusCode()).as("a token has no browser").isEqualTo(400);
        assertThat(admin.api("POST", path, "{}").statusCode()).isEqualTo(400);
        assertThat(admin.api("POST", path, "{\"reason\":\" \"}").statusCode()).isEqualTo(400);
        assertThat(begin(admin, self, "Me").statusCode()).isEqualTo(400);
        assertThat(begin(admin, 999_999_999, "Nobody").statusCode()).isEqualTo(404);
        assertThat(begin(stranger, person.pk(), "Curious").statusCode()).isEqualTo(403);
        assertThat(admin.api("GET", "/core/users/impersonate_end/", "").statusCode()).as("nothing to end").isEqualTo(400);
        api.patch("/core/users/" + person.pk() + "/", Json.createObjectBuilder().add("is_active", false).build());
        assertThat(begin(admin, person.pk(), "Disabled").statusCode()).isEqualTo(400);
        HttpResponse<String> noCsrf = admin.postJson("/api/v3" + path, "{\"reason\":\"x\"}");
        assertThat(noCsrf.statusCode()).isEqualTo(403);
    }

    @Test
    void isNeitherNestedNorEndedByAnotherSite() {
        Person first = Person.create(api, "first");
        Person second = Person.create(api, "second");
        String group = api.create("/core/groups/", Json.createObjectBuilder().add("name", "nest-" + System.nanoTime()).add("is_superuser", true)
                .add("users", Json.createArrayBuilder().add(first.pk())).build()).getString("pk");
        HttpBrowser admin = HttpBrowser.ofAdministrator(server);
        begin(admin, first.pk(), "One");
        me(admin);

        assertThat(begin(admin, second.pk(), "Two").statusCode()).isEqualTo(400);
        assertThat(admin.send(admin.request("/api/v3/core/users/impersonate_end/").GET().header("Sec-Fetch-Site", "cross-site")).statusCode()).isEqualTo(403);
        assertThat(me(admin).getJsonObject("user").getString("username")).isEqualTo(first.username());
        api.send("DELETE", "/core/groups/" + group + "/", "");
    }

    @Test
    void endsWithTheLoginItCameFrom() {
        Person person = Person.create(api, "hanging");
        HttpBrowser admin = HttpBrowser.ofAdministrator(server);
        String own = currentSession(admin);
        begin(admin, person.pk(), "Short");

        assertThat(api.send("DELETE", "/core/authenticated_sessions/" + own + "/", "").statusCode()).isEqualTo(204);

        assertThat(admin.get("/api/v3/core/users/me/").statusCode()).isEqualTo(403);
    }

    @Test
    void loggingOutEndsBothLogins() {
        Person person = Person.create(api, "leaving");
        HttpBrowser admin = HttpBrowser.ofAdministrator(server);
        String own = currentSession(admin);
        begin(admin, person.pk(), "Short");

        admin.get("/api/v3/flows/executor/default-invalidation-flow/");

        assertThat(admin.get("/api/v3/core/users/me/").statusCode()).isEqualTo(403);
        assertThat(api.send("GET", "/core/authenticated_sessions/" + own + "/", "").statusCode()).isEqualTo(404);
    }

    @Test
    void theBannerAndTheConsoleNeedNoScript() {
        Person person = Person.create(api, "banner");
        HttpBrowser admin = HttpBrowser.ofAdministrator(server);
        String page = admin.get("/if/admin/object.xhtml?model=authentik_core.user&key=" + person.pk()).body();
        assertThat(page).contains("id=\"impersonation-reason\"");

        assertThat(admin.postForm("/if/impersonation/begin", Map.of("user", String.valueOf(person.pk()), "reason", "x", "token", "forged"))
                .statusCode()).isEqualTo(403);
        assertThat(admin.postForm("/if/impersonation/begin", Map.of("user", String.valueOf(person.pk()), "reason", "From the console",
                "token", token(page))).statusCode()).isEqualTo(303);
        String portal = admin.get("/if/user/").body();
        assertThat(portal).contains(person.username()).contains("impersonation-end");
        assertThat(admin.get("/if/flow/default-password-change/").body()).contains("impersonation-banner");
        assertThat(admin.postForm("/if/impersonation/end", Map.of("token", token(portal))).statusCode()).isEqualTo(303);
        assertThat(me(admin).getJsonObject("user").getString("username")).isEqualTo("akadmin");
    }

    private static String token(String page) {
        Matcher found = FORM_TOKEN.matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private String currentSession(HttpBrowser browser) {
        return HttpBrowser.json(browser.get("/api/v3/core/authenticated_sessions/?page_size=100&ordering=-last_used")).getJsonArray("results").stream()
                .map(row -> row.asJsonObject()).filter(row -> row.getBoolean("current")).findFirst().orElseThrow().getString("uuid");
    }

    private int withSession(String key) {
        HttpBrowser thief = server.browser();
        thief.plant("gatehouse_session", key);
        return thief.get("/api/v3/core/users/me/").statusCode();
    }

    private JsonObject events(String action, Person person) {
        return api.get("/events/events/?action=" + action + "&ordering=-created").getJsonArray("results").stream().map(row -> row.asJsonObject())
                .filter(row -> row.getJsonObject("context").getString("username", "").equals(person.username())).findFirst().orElseThrow();
    }

    private static JsonObject me(HttpBrowser browser) {
        return HttpBrowser.json(browser.get("/api/v3/core/users/me/"));
    }

    private static HttpResponse<String> begin(HttpBrowser browser, int user, String reason) {
        return browser.api("POST", "/core/users/" + user + "/impersonate/", Json.createObjectBuilder().add("reason", reason).build().toString());
    }
}
