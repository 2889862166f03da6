package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What delegated administrators have got out of other products' management. As in {@link OAuthThreatsIT} each test begins with the advisory; that
 * no operation is open to strangers is walked over all of them elsewhere.
 */
@ExtendWith(GatehouseServer.class)
class ManagementThreatsIT {

    private static final String[] PEOPLE = {"authentik_core.view_user", "authentik_core.add_user", "authentik_core.change_user", "authentik_core.view_group",
        "authentik_core.add_group", "authentik_core.change_group", "authentik_core.add_user_to_group", "authentik_core.remove_user_from_group",
        "authentik_core.reset_user_password", "authentik_core.impersonate", "authentik_core.view_token", "authentik_core.add_token",
        "authentik_core.change_token", "authentik_core.set_token_key", "authentik_core.view_token_key"};

    private final String run = Long.toString(System.nanoTime(), 36);
    private GatehouseServer server;
    private ApiClient api;

    @BeforeEach
    void start(GatehouseServer started) {
        server = started;
        api = server.api();
    }

    @Test
    @DisplayName("CVE-2026-25227: who may look at a policy or a mapping runs nothing by trying it")
    void whoMayLookRunsNothing() {
        String policy = make("/policies/expression/", "expression", "event_create('tried_" + run + "', {'by': user.username})");
        String mapping = make("/propertymappings/provider/scope/", "scope_name", "openid", "expression", "event_create('tried_" + run + "', {}) ? {} : {}");
        Delegate viewer = Delegate.with(server, "viewer", "authentik_policies_expression.view_expressionpolicy",
                "authentik_providers_oauth2.view_scopemapping");

        HttpResponse<String> tried = viewer.api().send("POST", "/policies/all/" + policy + "/test/", "{\"user\":" + viewer.person().pk() + "}");
        HttpResponse<String> mapped = viewer.api().send("POST", "/propertymappings/all/" + mapping + "/test/", "{\"user\":" + viewer.person().pk() + "}");
        viewer.api().send("PATCH", "/policies/expression/" + policy + "/", "{\"expression\":\"true\"}");

        assertThat(List.of(tried.statusCode(), mapped.statusCode())).as(tried.body() + mapped.body()).allSatisfy(status -> assertThat(status).isIn(200, 403, 404));
        assertThat(api.get("/events/events/?page_size=100").toString()).doesNotContain("tried_" + run);
        assertThat(api.get("/policies/expression/" + policy + "/").getString("expression")).contains("event_create");
    }

    @Test
    @DisplayName("CVE-2026-40166, GHSA-m9h4-7j9c-55x9, CVE-2026-16104: who may look reads no secret")
    void whoMayLookReadsNoSecret() {
        Delegate viewer = Delegate.with(server, "viewer", "authentik_core.view_token", "authentik_crypto.view_certificatekeypair",
                "authentik_providers_oauth2.view_oauth2provider", "authentik_stages_captcha.view_captchastage", "authentik_stages_email.view_emailstage");
        int provider = api.oauthApplication("seen-" + run, OAuthProgram.SECRET, List.of(), "default-provider-authorization-implicit-consent").getInt("pk");
        String captcha = make("/stages/captcha/", "public_key", "site", "private_key", "hidden-" + run);
        String mail = make("/stages/email/", "password", "hidden-" + run);
        String pair = api.get("/crypto/certificatekeypairs/?has_key=true").getJsonArray("results").getJsonObject(0).getString("pk");

        assertThat(viewer.api().get("/providers/oauth2/" + provider + "/").toString()).doesNotContain(OAuthProgram.SECRET);
        assertThat(viewer.api().get("/stages/captcha/" + captcha + "/").toString()).doesNotContain("hidden-" + run);
        assertThat(viewer.api().get("/stages/email/" + mail + "/").toString()).doesNotContain("hidden-" + run);
        refused(viewer.api().send("GET", "/crypto/certificatekeypairs/" + pair + "/view_private_key/", ""));
        refused(viewer.api().send("GET", "/core/tokens/" + viewer.person().username() + "-none/view_key/", ""));
        api.create("/core/tokens/", Json.createObjectBuilder().add("identifier", "secret-" + run).add("intent", "api").build());
        refused(viewer.api().send("GET", "/core/tokens/secret-" + run + "/view_key/", ""));
    }

    @Test
    @DisplayName("GHSA-h6c5-mpvq-j4jc: who manages groups and users becomes no superuser, and makes none")
    void whoManagesGroupsAndUsersBecomesNoSuperuser() {
        Delegate manager = Delegate.with(server, "manager", PEOPLE);
        String admins = api.create("/core/groups/", group("admins").add("is_superuser", true).build()).getString("pk");
        String child = api.create("/core/groups/", group("child").add("parents", Json.createArrayBuilder().add(admins)).build()).getString("pk");
        String plain = api.create("/core/groups/", group("plain").build()).getString("pk");
        int self = manager.person().pk();

        List<HttpResponse<String>> attempts = new ArrayList<>();
        attempts.add(manager.api().send("POST", "/core/groups/", group("own").add("is_superuser", true).build().toString()));
        for (String powerful : List.of(admins, child)) {
            JsonArrayBuilder one = Json.createArrayBuilder().add(powerful);
            JsonArray list = one.build();
            attempts.add(manager.api().send("POST", "/core/groups/", group("own-" + powerful).add("parents", list).build().toString()));
            attempts.add(manager.api().send("PATCH", "/core/groups/" + plain + "/", Json.createObjectBuilder().add("parents", list).build().toString()));
            attempts.add(manager.api().send("POST", "/core/groups/" + powerful + "/add_user/", "{\"pk\":" + self + "}"));
            attempts.add(manager.api().send("PATCH", "/core/groups/" + powerful + "/", "{\"users\":[" + self + "]}"));
            attempts.add(manager.api().send("PATCH", "/core/users/" + self + "/", Json.createObjectBuilder().add("groups", list).build().toString()));
            attempts.add(manager.api().send("POST", "/core/users/", Json.createObjectBuilder().add("username", "puppet-" + powerful).add("name", "P")
                    .add("groups", list).build().toString()));
        }
        attempts.add(manager.api().send("PATCH", "/core/groups/" + plain + "/", "{\"is_superuser\":true}"));

        assertThat(attempts).allSatisfy(ManagementThreatsIT::refused);
        assertThat(manager.api().get("/core/users/me/").getJsonObject("user").getBoolean("is_superuser")).isFalse();
        assertThat(api.get("/core/users/?is_superuser=true&page_size=100").toString()).doesNotContain("puppet-").doesNotContain(manager.person().username());
        assertThat(manager.api().send("POST", "/core/groups/" + plain + "/add_user/", "{\"pk\":" + self + "}").statusCode()).isEqualTo(204);
    }

    @Test
    @DisplayName("GHSA-h6c5-mpvq-j4jc: who may reset passwords and hand out tokens takes over no account with more rights")
    void whoMayResetPasswordsTakesOverNoAccountWithMoreRights() {
        Delegate manager = Delegate.with(server, "manager", PEOPLE);
        int boss = api.get("/core/users/me/").getJsonObject("user").getInt("pk");
        String user = "/core/users/" + boss + "/";

        List<HttpResponse<String>> attempts = List.of(
                manager.api().send("POST", user + "set_password/", "{\"password\":\"taken-over-by-a-manager\"}"),
                manager.api().send("POST", user + "recovery/", "{}"),
                manager.api().send("POST", user + "impersonate/", "{\"reason\":\"x\"}"),
                manager.api().send("PATCH", user, "{\"email\":\"manager@example.com\"}"),
                manager.api().send("PATCH", user, "{\"is_active\":false}"),
                manager.api().send("POST", "/core/tokens/", "{\"identifier\":\"taken-" + run + "\",\"intent\":\"api\",\"user\":" + boss + "}"));

        assertThat(attempts).allSatisfy(ManagementThreatsIT::refused);
        assertThat(server.browser().login("akadmin", GatehouseServer.PASSWORD).getString("component")).isEqualTo("xak-flow-redirect");
    }

    @Test
    @DisplayName("CVE-2026-49448: what belongs to one user is never made another one's")
    void whatBelongsToOneUserIsNeverMadeAnotherOnes() {
        Delegate manager = Delegate.with(server, "manager", PEOPLE);
        Delegate ordinary = Delegate.with(server, "ordinary");
        int boss = api.get("/core/users/me/").getJsonObject("user").getInt("pk");

        for (Delegate somebody : List.of(manager, ordinary)) {
            String token = "/core/tokens/" + somebody.person().username() + "/";
            somebody.api().send("PATCH", token, "{\"user\":" + boss + "}");
            somebody.api().send("PUT", token, "{\"identifier\":\"" + somebody.person().username() + "\",\"intent\":\"api\",\"user\":" + boss + "}");

            assertThat(api.get(token).getInt("user")).isEqualTo(somebody.person().pk());
            assertThat(somebody.api().get("/core/users/me/").getJsonObject("user").getInt("pk")).isEqualTo(somebody.person().pk());
        }
    }

    @Test
    @DisplayName("CVE-2026-4630, CVE-2025-14778, GHSA-jpx7-5hcf-w9xp: a key of somebody else's thing opens nothing")
    void aKeyOfSomebodyElsesThingOpensNothing() {
        Delegate owner = Delegate.with(server, "owner");
        Delegate stranger = Delegate.with(server, "stranger");
        server.browser().login(owner.person().username(), Person.PASSWORD);
        String session = api.get("/core/authenticated_sessions/?user__username=" + owner.person().username()).getJsonArray("results").getJsonObject(0)
                .getString("uuid");
        int device = api.create("/authenticators/admin/static/", Json.createObjectBuilder().add("name", run).add("user", owner.person().pk()).build())
                .getInt("pk");

        for (String path : List.of("/core/tokens/" + owner.person().username() + "/", "/core/authenticated_sessions/" + session + "/",
                "/authenticators/static/" + device + "/", "/core/users/" + owner.person().pk() + "/")) {
            for (String method : List.of("GET", "DELETE", "PUT", "PATCH")) {
                HttpResponse<String> response = stranger.api().send(method, path, method.startsWith("P") ? "{}" : "");
                assertThat(response.statusCode()).as(method + " " + path + " " + response.body()).isIn(403, 404, 405);
            }
            assertThat(stranger.api().send("GET", path.substring(0, path.substring(0, path.length() - 1).lastIndexOf('/') + 1), "").body())
                    .as(path).doesNotContain(owner.person().username()).doesNotContain(session);
        }
        refused(stranger.api().send("GET", "/core/tokens/" + owner.person().username() + "/view_key/", ""));
        refused(stranger.api().send("POST", "/core/tokens/" + owner.person().username() + "/set_key/", "{\"key\":\"mine-" + run + "-long-enough\"}"));
        assertThat(owner.api().get("/core/tokens/" + owner.person().username() + "/").getString("identifier")).isEqualTo(owner.person().username());
        assertThat(api.get("/core/authenticated_sessions/" + session + "/").getString("uuid")).isEqualTo(session);
    }

    @Test
    @DisplayName("CVE-2026-18203, CVE-2026-18207: a path is no prefix of its neighbour's, and no two groups share a name")
    void aPathIsNoPrefixOfItsNeighboursAndNoTwoGroupsShareAName() {
        for (String path : List.of("staff-" + run, "staff-" + run + "-external", "staff-" + run + "/north")) {
            api.create("/core/users/", Json.createObjectBuilder().add("username", path.replace('/', '-')).add("name", "S").add("path", path).build());
        }
        api.create("/core/groups/", group("twin").build());

        assertThat(api.get("/core/users/?path=staff-" + run).getJsonArray("results")).hasSize(1);
        assertThat(api.send("POST", "/core/groups/", group("twin").build().toString()).statusCode()).isEqualTo(400);
        Person outsider = Person.create(api, "outsider");
        String policy = make("/policies/expression/", "expression", "!is_group_member(user, \"twin-" + run + "\")");
        String near = api.create("/core/groups/", group("twin").add("name", "twin-" + run + "-too").build()).getString("pk");
        api.send("POST", "/core/groups/" + near + "/add_user/", "{\"pk\":" + outsider.pk() + "}");
        assertThat(HttpBrowser.json(api.send("POST", "/policies/all/" + policy + "/test/", "{\"user\":" + outsider.pk() + "}")).getBoolean("passing")).isTrue();
    }

    @ParameterizedTest(name = "CVE-2026-14209, CVE-2026-14614, CVE-2026-14615, CVE-2026-16105: a list of {1} shows what its reader may see, search and count too")
    @CsvSource({"authentik_core.user, /core/users/, pk, username", "authentik_core.group, /core/groups/, pk, name",
        "authentik_core.application, /core/applications/, pk, slug", "authentik_flows.flow, /flows/instances/, pk, slug",
        "authentik_policies_dummy.dummypolicy, /policies/dummy/, pk, name", "authentik_stages_dummy.dummystage, /stages/dummy/, pk, name",
        "authentik_providers_oauth2.scopemapping, /propertymappings/provider/scope/, pk, name", "authentik_rbac.role, /rbac/roles/, pk, name"})
    void aListShowsWhatItsReaderMaySee(String model, String collection, String key, String named) {
        JsonObject seen = api.create(collection, sample(collection, "seen-" + run));
        JsonObject hidden = api.create(collection, sample(collection, "hidden-" + run));
        String kind = model.substring(model.indexOf('.') + 1);
        Delegate reader = Delegate.with(server, "reader").on(model, text(seen, key), model.substring(0, model.indexOf('.')) + ".view_" + kind);

        for (String query : List.of("?search=" + run, "?page_size=100", "?ordering=-" + named + "&page_size=100", "?page=1&search=hidden-" + run)) {
            JsonObject list = reader.api().get(collection + query);
            assertThat(list.toString()).as(query).doesNotContain("hidden-" + run);
            assertThat(list.getJsonObject("pagination").getInt("count")).as(query).isEqualTo(list.getJsonArray("results").size());
        }
        assertThat(reader.api().get(collection + "?search=" + run).getJsonArray("results")).hasSize(1);
        for (String all : List.of("/stages/all/", "/policies/all/", "/propertymappings/all/", "/providers/all/")) {
            HttpResponse<String> list = reader.api().send("GET", all + "?search=hidden-" + run, "");
            assertThat(list.body()).as(all).doesNotContain("\"name\":\"hidden-" + run);
        }
        String field = collection.equals("/core/applications/") || collection.equals("/flows/instances/") ? "slug" : key;
        assertThat(reader.api().send("GET", collection + text(seen, field) + "/", "").statusCode()).isEqualTo(200);
        refused(reader.api().send("GET", collection + text(hidden, field) + "/", ""));
        refused(reader.api().send("GET", collection + text(hidden, field) + "/used_by/", ""));
        refused(reader.api().send("PATCH", collection + text(seen, field) + "/", "{}"));
        refused(reader.api().send("DELETE", collection + text(seen, field) + "/", ""));
    }

    @Test
    @DisplayName("CVE-2026-16106, CVE-2026-16108, CVE-2026-17059: what is inside of an object is filtered as well")
    void whatIsInsideOfAnObjectIsFilteredAsWell() {
        Person hidden = Person.create(api, "hidden");
        String parent = api.create("/core/groups/", group("parent").add("users", Json.createArrayBuilder().add(hidden.pk())).build()).getString("pk");
        api.create("/core/groups/", group("hidden-child").add("parents", Json.createArrayBuilder().add(parent)).build());
        Delegate reader = Delegate.with(server, "reader").on("authentik_core.group", parent, "authentik_core.view_group");

        String shown = reader.api().send("GET", "/core/groups/" + parent + "/?include_users=true&include_children=true&include_parents=true", "").body();

        assertThat(shown).contains("parent-" + run).doesNotContain(hidden.username()).doesNotContain("hidden-child");
        assertThat(reader.api().get("/core/groups/?include_users=true&include_children=true").toString()).doesNotContain(hidden.username())
                .doesNotContain("hidden-child");
    }

    private JsonObjectBuilder group(String name) {
        return Json.createObjectBuilder().add("name", name + "-" + run);
    }

    private String make(String collection, String... fields) {
        JsonObjectBuilder document = Json.createObjectBuilder().add("name", "threat-" + run + "-" + System.nanoTime());
        for (int i = 0; i < fields.length; i += 2) {
            document.add(fields[i], fields[i + 1]);
        }
        return api.create(collection, document.build()).getString("pk");
    }

    private static JsonObject sample(String collection, String name) {
        JsonObjectBuilder document = Json.createObjectBuilder().add("name", name);
        return switch (collection) {
            case "/core/users/" -> document.add("username", name).build();
            case "/core/applications/" -> document.add("slug", name).build();
            case "/flows/instances/" -> document.add("slug", name).add("title", name).add("designation", "authorization").build();
            case "/propertymappings/provider/scope/" -> document.add("expression", "{}").add("scope_name", "colour").build();
            default -> document.build();
        };
    }

    private static String text(JsonObject object, String field) {
        return object.get(field) instanceof JsonString text ? text.getString() : object.get(field).toString();
    }

    private static void refused(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.request().method() + " " + response.request().uri() + " " + response.body()).isIn(400, 403, 404);
    }
}
