package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The portal by its pages and forms: what is the user's is shown and changed, what is somebody else's is as if it were not there. */
@ExtendWith(GatehouseServer.class)
class PortalIT {

    private static final String TOKENS = "/if/user/tokens/";
    private static final List<String> PAGES = List.of("/if/user/", "/if/user/settings/", "/if/user/security/", "/if/user/sessions/", TOKENS, "/if/user/access/",
            "/if/user/notifications/");

    private GatehouseServer server;
    private ApiClient api;
    private Person person;
    private PortalForms portal;

    @BeforeEach
    void somebodyIsLoggedIn(GatehouseServer running) {
        server = running;
        api = server.api();
        person = Person.create(api, "visitor");
        portal = new PortalForms(server, person);
    }

    @Test
    void whoIsNotLoggedInIsAskedTo() {
        for (String page : PAGES) {
            for (HttpResponse<String> answer : List.of(server.browser().get(page), server.browser().postForm(page, Map.of("a", "b")))) {
                assertThat(answer.statusCode()).as(page).isEqualTo(302);
                assertThat(answer.headers().firstValue("location").orElse("")).as(page).contains("/if/flow/default-authentication-flow/");
            }
        }
        assertThat(portal.browser().get("/if/user/no-such-page/").statusCode()).isEqualTo(404);
        assertThat(portal.post("/if/user/no-such-page/", Map.of()).statusCode()).isEqualTo(404);
        assertThat(portal.browser().get("/if/user/tokens").statusCode()).isEqualTo(302);
    }

    @Test
    void noFormIsTakenWithoutTheTokenOfItsLogin() {
        String foreign = new PortalForms(server, Person.create(api, "foreign")).token();
        for (String page : PAGES) {
            assertThat(portal.browser().postForm(page, Map.of("session", "others")).statusCode()).as(page).isEqualTo(403);
            assertThat(portal.browser().postForm(page, Map.of("token", foreign)).statusCode()).as(page).isEqualTo(403);
            assertThat(portal.browser().postForm(page, Map.of("token", portal.token()), "Origin", "https://evil.example").statusCode()).as(page).isEqualTo(403);
        }
    }

    @Test
    void thePortalShowsWhatCanBeOpenedAndIsNotHidden() {
        String open = application("Open", "https://app.example.com/", Map.of());
        String hidden = application("Hidden", "https://app.example.com/", Map.of("meta_hide", "true"));
        String nowhere = application("Nowhere", "", Map.of());
        String closed = application("Closed", "https://app.example.com/", Map.of());
        close(closed);

        String page = portal.page("/if/user/?search=" + open);

        assertThat(page).contains("id=\"app-" + open + "\"");
        for (String absent : List.of(hidden, nowhere, closed)) {
            assertThat(portal.page("/if/user/?search=" + absent)).as(absent).doesNotContain("id=\"app-" + absent + "\"");
        }
    }

    @Test
    void favouritesAreTheUsersOwn() {
        String liked = application("Liked", "https://app.example.com/", Map.of());
        String closed = application("Unliked", "https://app.example.com/", Map.of());
        close(closed);

        HttpResponse<String> done = portal.post("/if/user/", Map.of("application", liked, "favourite", "yes", "search", liked));
        HttpResponse<String> closedOne = portal.post("/if/user/", Map.of("application", closed, "favourite", "yes", "search", liked));
        HttpResponse<String> noSuch = portal.post("/if/user/", Map.of("application", "no-such-one", "favourite", "yes", "search", liked));

        assertThat(done.headers().firstValue("location")).contains("/if/user/?search=" + liked + "#app-" + liked);
        assertThat(portal.page("/if/user/?search=" + liked)).contains(star(liked, true));
        assertThat(new PortalForms(server, Person.create(api, "other")).page("/if/user/?search=" + liked)).contains(star(liked, false)).doesNotContain(star(liked, true));
        assertThat(closedOne.statusCode()).as("as if there were none").isEqualTo(noSuch.statusCode()).isEqualTo(303);
        portal.post("/if/user/", Map.of("application", liked, "favourite", "no"));
        assertThat(portal.page("/if/user/?search=" + liked)).contains(star(liked, false));
    }

    @Test
    void openingAnApplicationAsksItsPolicies() {
        String open = application("Launched", "https://app.example.com/%(username)s", Map.of());
        String closed = application("Locked", "https://app.example.com/", Map.of());
        close(closed);

        assertThat(portal.browser().get("/application/launch/" + open + "/").headers().firstValue("location")).contains("https://app.example.com/" + person.username());
        assertThat(portal.browser().get("/application/launch/" + closed + "/").statusCode()).isEqualTo(403);
    }

    @Test
    void anApiTokenIsMadeShownOnceRenewedAndDeleted() {
        Map<String, String> form = Map.of("identifier", portal.newIdentifier(), "intent", "api", "description", "Backup script", "expires", day(20));
        HttpResponse<String> made = portal.post(TOKENS, form);
        assertThat(made.statusCode()).isEqualTo(200);
        assertThat(made.headers().firstValue("cache-control")).contains("no-store");
        String key = key(made.body());
        assertThat(me(key)).isEqualTo(person.username());
        assertThat(portal.page(TOKENS)).contains("Backup script").doesNotContain(key);

        assertThat(portal.post(TOKENS, form).headers().firstValue("location")).as("sent twice").contains(TOKENS + "?done=shown");
        assertThat(api.get("/core/tokens/?user__username=" + person.username()).getJsonObject("pagination").getInt("count")).isEqualTo(1);

        String renewed = key(portal.post(TOKENS, Map.of("identifier", form.get("identifier"), "rotate", "yes")).body());
        assertThat(new ApiClient(server.url(), key).send("GET", "/core/users/me/", "").statusCode()).isEqualTo(403);
        assertThat(me(renewed)).isEqualTo(person.username());

        portal.post(TOKENS, Map.of("identifier", form.get("identifier"), "delete", "yes"));
        assertThat(new ApiClient(server.url(), renewed).send("GET", "/core/users/me/", "").statusCode()).isEqualTo(403);
        assertThat(api.get("/events/events/?username=" + person.username() + "&page_size=100").toString()).contains("secret_rotate").doesNotContain(key, renewed);
    }

    @Test
    void aTokenKeepsToWhatTheAdministratorAllows() {
        api.patch("/core/users/" + person.pk() + "/", Json.createObjectBuilder().add("attributes",
                Json.createObjectBuilder().add("goauthentik.io/user/token-maximum-lifetime", "days=5")).build());

        for (Map<String, String> wrong : List.of(Map.of("expires", day(6)), Map.of("expires", "2020-01-01"), Map.of("expires", "soon"),
                Map.of("endless", "yes", "expires", day(2)), Map.of("expires", day(2), "intent", "recovery"), Map.of("expires", day(2), "description", " "))) {
            HttpResponse<String> refused = portal.post(TOKENS, with(Map.of("identifier", portal.newIdentifier(), "intent", "app_password", "description", "x"), wrong));
            assertThat(refused.statusCode()).as(wrong.toString()).isEqualTo(200);
            assertThat(refused.body()).as(wrong.toString()).contains("class=\"problem\"").doesNotContain("id=\"key\"");
        }
        assertThat(portal.post(TOKENS, Map.of("identifier", "chosen-elsewhere", "intent", "api", "description", "x", "expires", day(2))).statusCode()).isEqualTo(303);
        assertThat(api.get("/core/tokens/?user__username=" + person.username()).getJsonArray("results")).isEmpty();
        assertThat(key(portal.post(TOKENS, Map.of("identifier", portal.newIdentifier(), "intent", "app_password", "description", "x", "expires", day(5))).body())).isNotEmpty();
    }

    @Test
    void whatBelongsToSomebodyElseIsAsIfItWereNotThere() {
        Person other = Person.create(api, "owner");
        PortalForms theirs = new PortalForms(server, other);
        String identifier = theirs.newIdentifier();
        String key = key(theirs.post(TOKENS, Map.of("identifier", identifier, "intent", "api", "description", "Theirs", "expires", day(2))).body());
        String session = api.get("/core/authenticated_sessions/?user__username=" + other.username()).getJsonArray("results").getJsonObject(0).getString("uuid");

        for (String action : List.of("delete", "rotate")) {
            HttpResponse<String> foreign = portal.post(TOKENS, Map.of("identifier", identifier, action, "yes"));
            HttpResponse<String> noSuch = portal.post(TOKENS, Map.of("identifier", "portal-000000000000000000000000", action, "yes"));
            assertThat(foreign.statusCode()).isEqualTo(noSuch.statusCode()).isEqualTo(303);
            assertThat(foreign.headers().firstValue("location")).isEqualTo(noSuch.headers().firstValue("location"));
        }
        portal.post("/if/user/sessions/", Map.of("session", session));

        assertThat(me(key)).isEqualTo(other.username());
        assertThat(theirs.browser().get("/if/user/").statusCode()).isEqualTo(200);
        assertThat(portal.page(TOKENS)).doesNotContain("Theirs", identifier);
        assertThat(portal.page("/if/user/sessions/")).doesNotContain(session);
    }

    @Test
    void languageAndColoursAreKeptWithTheAccount() {
        assertThat(portal.post("/if/user/settings/", Map.of("language", "de", "theme", "dark")).statusCode()).isEqualTo(303);

        assertThat(portal.page("/if/user/settings/")).contains("lang=\"de\"", "data-theme=\"dark\"", "Einstellungen");
        JsonObject settings = Person.find(api, person.username()).orElseThrow().getJsonObject("attributes").getJsonObject("settings");
        assertThat(settings.getString("locale")).isEqualTo("de");
        assertThat(settings.getJsonObject("theme").getString("base")).isEqualTo("dark");
        assertThat(new PortalForms(server, person).page("/if/user/")).as("in another browser").contains("lang=\"de\"", "data-theme=\"dark\"");
        assertThat(portal.post("/if/user/settings/", Map.of("language", "<x>", "theme", "pink")).statusCode()).isEqualTo(303);
        assertThat(portal.page("/if/user/settings/")).contains("lang=\"en\"", "data-theme=\"automatic\"");
    }

    @Test
    void notificationsAreReadMarkedAndDeletedByWhoWasTold() throws SQLException {
        String first = PortalForms.tell(server, person, "Somebody <b>logged in</b>", "javascript:alert(1)");
        PortalForms.tell(server, person, "A certificate expires", "/if/user/security/");
        PortalForms thief = new PortalForms(server, Person.create(api, "reader"));
        assertThat(portal.page("/if/user/")).contains("id=\"unseen\">2<");
        assertThat(portal.page("/if/user/notifications/")).contains("Somebody &lt;b&gt;logged in&lt;/b&gt;", "href=\"/if/user/security/\"", "Warning")
                .doesNotContain("javascript:alert");

        for (Map<String, String> form : List.of(Map.of("notification", first, "delete", "yes"), Map.of("notification", first, "seen", "yes"), Map.of("all", "seen"),
                Map.of("notification", "nonsense", "delete", "yes"))) {
            assertThat(thief.post("/if/user/notifications/", form).statusCode()).isEqualTo(303);
        }
        assertThat(thief.page("/if/user/notifications/")).doesNotContain("logged in", first);
        assertThat(portal.page("/if/user/")).contains("id=\"unseen\">2<");

        portal.post("/if/user/notifications/", Map.of("notification", first, "seen", "yes"));
        assertThat(portal.page("/if/user/")).contains("id=\"unseen\">1<");
        portal.post("/if/user/notifications/", Map.of("all", "seen"));
        assertThat(portal.page("/if/user/")).doesNotContain("id=\"unseen\"");
        portal.post("/if/user/notifications/", Map.of("notification", first, "delete", "yes"));
        assertThat(portal.page("/if/user/notifications/")).contains("A certificate expires").doesNotContain(first);
    }

    private static String star(String slug, boolean pressed) {
        return "id=\"favourite-" + slug + "\" aria-pressed=\"" + pressed + "\"";
    }

    private String me(String key) {
        return new ApiClient(server.url(), key).get("/core/users/me/").getJsonObject("user").getString("username");
    }

    private static String key(String page) {
        int start = page.indexOf("id=\"key\"");
        assertThat(start).as(page).isPositive();
        return page.substring(page.indexOf('>', start) + 1, page.indexOf("</code>", start)).strip();
    }

    private static String day(int ahead) {
        return LocalDate.now(ZoneOffset.UTC).plusDays(ahead).toString();
    }

    private static Map<String, String> with(Map<String, String> fields, Map<String, String> others) {
        Map<String, String> all = new HashMap<>(fields);
        all.putAll(others);
        return all;
    }

    private String application(String name, String url, Map<String, String> more) {
        String slug = name.toLowerCase(Locale.ROOT) + "-" + Long.toString(System.nanoTime(), 36);
        var document = Json.createObjectBuilder().add("name", name + " " + slug).add("slug", slug).add("meta_launch_url", url);
        more.forEach((key, value) -> document.add(key, Boolean.parseBoolean(value)));
        api.create("/core/applications/", document.build());
        return slug;
    }

    /** Lets nobody into the application. */
    private void close(String slug) {
        String policy = api.create("/policies/expression/", Json.createObjectBuilder().add("name", "closed " + slug).add("expression", "false").build()).getString("pk");
        api.create("/policies/bindings/", Json.createObjectBuilder().add("target", api.get("/core/applications/" + slug + "/").getString("pk"))
                .add("policy", policy).add("order", 0).build());
    }
}
