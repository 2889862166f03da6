package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Each type of policy, bound to something and deciding, over the JSON executor. */
@ExtendWith(GatehouseServer.class)
class PoliciesIT {

    private static final String FIRST = "blubber Zange 71 violett";
    private static final String SECOND = "Regenschirm 12 kariert laut";
    private static final String THIRD = "Hafenkran 98 schweigt heute";

    /** SHA-1 of "password" without its first five digits. */
    private static final String PWNED = "1E4C9B93F3F0682250B6CF8331B7EE68FD8:17";

    @Test
    void anyAndAllAndNegateDecideAFlow(GatehouseServer server) {
        ApiClient api = server.api();
        String yes = dummy(api, true);
        String no = dummy(api, false);

        assertThat(new GuardedFlow(api, "any").guardedBy(no, "order=0").guardedBy(yes, "order=1").lets(server.browser())).isTrue();
        assertThat(new GuardedFlow(api, "all").guardedBy(no, "order=0").guardedBy(yes, "order=1").lets(server.browser())).isFalse();
        assertThat(new GuardedFlow(api, "all").guardedBy(no, "negate=true").lets(server.browser())).isTrue();
        assertThat(new GuardedFlow(api, "all").guardedBy(no, "enabled=false").lets(server.browser())).isTrue();
    }

    @Test
    void aPolicyThatHangsEndsWithItsTimeoutAndLeavesAnEvent(GatehouseServer server) {
        ApiClient api = server.api();
        String name = "hangs-" + System.nanoTime();
        String slow = create(api, "dummy", name, "{\"result\":true,\"wait_min\":20,\"wait_max\":20}");
        long started = System.nanoTime();

        assertThat(new GuardedFlow(api, "any").guardedBy(slow, "timeout=1").lets(server.browser())).isFalse();
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(15));
        assertThat(new GuardedFlow(api, "any").guardedBy(slow, "timeout=1", "failure_result=true").lets(server.browser())).isTrue();
        eventually(() -> events(api, "policy_exception").contains(name));
    }

    @Test
    void eachDecisionLeavesAnEventWhereThatIsWanted(GatehouseServer server) {
        ApiClient api = server.api();
        String name = "logged-" + System.nanoTime();
        String logged = create(api, "dummy", name, "{\"result\":true,\"wait_min\":0,\"wait_max\":0,\"execution_logging\":true}");

        new GuardedFlow(api, "any").guardedBy(logged).lets(server.browser());

        eventually(() -> events(api, "policy_execution").contains(name));
    }

    @Test
    void aPolicyOnAStageBindingLeavesTheStageOut(GatehouseServer server) {
        ApiClient api = server.api();
        GuardedFlow flow = new GuardedFlow(api, "any");
        String deny = api.create("/stages/deny/", Json.createObjectBuilder().add("name", "deny in " + flow.slug()).build()).getString("pk");
        String binding = flow.bindStage(deny, 1);
        assertThat(flow.lets(server.browser())).isFalse();

        GuardedFlow.bind(api, binding, dummy(api, false));

        assertThat(flow.lets(server.browser())).isTrue();
    }

    @Test
    void usersAndGroupsDecideAboutAnApplication(GatehouseServer server) {
        ApiClient api = server.api();
        String slug = "bound-" + System.nanoTime();
        String application = api.create("/core/applications/", Json.createObjectBuilder().add("name", slug).add("slug", slug).build()).getString("pk");
        int member = user(api, FIRST);
        int other = user(api, FIRST);
        String group = api.create("/core/groups/", Json.createObjectBuilder().add("name", slug)
                .add("users", Json.createArrayBuilder().add(member)).build()).getString("pk");
        api.create("/policies/bindings/", Json.createObjectBuilder().add("target", application).add("group", group).add("order", 0).build());

        assertThat(access(api, slug, member).getBoolean("passing")).isTrue();
        assertThat(access(api, slug, other).getBoolean("passing")).isFalse();
        String byUser = api.create("/policies/bindings/", Json.createObjectBuilder().add("target", application).add("user", other)
                .add("order", 1).build()).getString("pk");
        assertThat(access(api, slug, other).getBoolean("passing")).isTrue();
        assertThat(api.send("DELETE", "/policies/bindings/" + byUser + "/", "").statusCode()).isEqualTo(204);
        assertThat(access(api, slug, other).getBoolean("passing")).as("at once").isFalse();
    }

    @Test
    void checksANewPassword(GatehouseServer server) {
        ApiClient api = server.api();
        try (LocalService pwned = new LocalService(GatehouseServer.HIBP_PORT, path -> path.endsWith("/5BAA6") ? PWNED : "")) {
            GuardedFlow flow = new GuardedFlow(api, "any").askingForPassword(
                    create(api, "password", "{\"length_min\":8,\"amount_digits\":0,\"check_have_i_been_pwned\":true}"),
                    create(api, "password", "{\"check_static_rules\":false,\"check_zxcvbn\":true,\"zxcvbn_score_threshold\":0}"));

            JsonObject shorter = flow.typed(server.browser(), "short");
            assertThat(shorter.getString("component")).isEqualTo("ak-stage-prompt");
            assertThat(shorter.get("response_errors").toString()).contains("at least 8 characters");
            assertThat(pwned.asked()).isEmpty();
            assertThat(flow.typed(server.browser(), "password").get("response_errors").toString()).contains("data breach");
            assertThat(pwned.asked()).containsExactly("/range/5BAA6");
            assertThat(GuardedFlow.isPassed(flow.typed(server.browser(), FIRST))).isTrue();
        }
        GuardedFlow unasked = new GuardedFlow(api, "any").askingForPassword(create(api, "password", "{\"check_have_i_been_pwned\":true}"));
        assertThat(unasked.typed(server.browser(), "password").containsKey("response_errors")).as("without the service").isTrue();
        assertThat(events(api, "policy_exception")).doesNotContain("5BAA6");
    }

    @Test
    void refusesAPasswordThatWasUsedBefore(GatehouseServer server) {
        ApiClient api = server.api();
        String unique = create(api, "unique_password", "{\"num_historical_passwords\":2}");
        int pk = user(api, FIRST);
        String name = username(api, pk);
        setPassword(api, pk, SECOND);
        GuardedFlow flow = new GuardedFlow(api, "any").askingForPassword(unique);
        HttpBrowser browser = server.browser();
        browser.login(name, SECOND);

        assertThat(flow.typed(browser, SECOND).get("response_errors").toString()).contains("used before");
        assertThat(flow.typed(browser, FIRST).containsKey("response_errors")).isTrue();
        assertThat(GuardedFlow.isPassed(flow.typed(browser, THIRD))).isTrue();
    }

    @Test
    void aPasswordRunsOut(GatehouseServer server) {
        ApiClient api = server.api();
        int pk = user(api, FIRST);
        String slug = "expiring-" + System.nanoTime();
        String application = api.create("/core/applications/", Json.createObjectBuilder().add("name", slug).add("slug", slug).build()).getString("pk");
        String policy = create(api, "password_expiry", "{\"days\":0,\"deny_only\":true}");
        GuardedFlow.bind(api, application, policy);

        assertThat(access(api, slug, pk).getBoolean("passing")).isFalse();
        assertThat(access(api, slug, pk).get("messages").toString()).contains("expired");
        assertThat(server.browser().login(username(api, pk), FIRST).getString("component")).isEqualTo("xak-flow-redirect");

        api.patch("/policies/password_expiry/" + policy + "/", Json.createObjectBuilder().add("deny_only", false).build());
        assertThat(access(api, slug, pk).getBoolean("passing")).isFalse();
        eventually(() -> server.browser().login(username(api, pk), FIRST).getString("component").equals("ak-stage-password"));
        api.patch("/policies/password_expiry/" + policy + "/", Json.createObjectBuilder().add("days", 30).build());
        assertThat(access(api, slug, pk).getBoolean("passing")).isTrue();
    }

    @Test
    void aBadReputationIsRememberedShownAndForgiven(GatehouseServer server) {
        ApiClient api = server.api();
        int pk = user(api, FIRST);
        String name = username(api, pk);
        String policy = create(api, "reputation", "{\"check_ip\":false,\"check_username\":true,\"threshold\":-3}");
        String slug = "wary-" + System.nanoTime();
        String application = api.create("/core/applications/", Json.createObjectBuilder().add("name", slug).add("slug", slug).build()).getString("pk");
        GuardedFlow.bind(api, application, policy, "negate=true");
        assertThat(access(api, slug, pk).getBoolean("passing")).isTrue();

        for (int i = 0; i < 3; i++) {
            server.browser().login(name, "wrong");
        }

        assertThat(access(api, slug, pk).getBoolean("passing")).as("at once").isFalse();
        String scores = "/policies/reputation/scores/?identifier=" + name;
        eventually(() -> api.get(scores).getJsonObject("pagination").getInt("count") == 1);
        JsonObject score = api.get(scores).getJsonArray("results").getJsonObject(0);
        assertThat(score.getInt("score")).isEqualTo(-3);
        assertThat(score.keySet()).contains("pk", "identifier", "ip", "ip_geo_data", "ip_asn_data", "updated");
        String one = "/policies/reputation/scores/" + score.getString("pk") + "/";
        assertThat(api.get(one).getString("identifier")).isEqualTo(name);
        assertThat(api.send("GET", one + "used_by/", "").body()).isEqualTo("[]");
        assertThat(api.send("PUT", one, "{}").statusCode()).isEqualTo(405);
        assertThat(api.send("DELETE", one, "").statusCode()).isEqualTo(204);
        assertThat(access(api, slug, pk).getBoolean("passing")).as("forgiven").isTrue();
    }

    @Test
    void withoutADatabaseAGeoIpPolicyFailsAsItsBindingSays(GatehouseServer server) {
        ApiClient api = server.api();
        String name = "somewhere-" + System.nanoTime();
        String policy = create(api, "geoip", name, "{\"countries\":[\"DE\",\"AT\"],\"asns\":[64500]}");

        assertThat(new GuardedFlow(api, "any").guardedBy(policy).lets(server.browser())).isFalse();
        assertThat(new GuardedFlow(api, "any").guardedBy(policy, "failure_result=true").lets(server.browser())).isTrue();
        eventually(() -> events(api, "policy_exception").contains("gatehouse.geoip.city-database"));
        JsonObject shown = api.get("/policies/geoip/" + policy + "/");
        assertThat(shown.getJsonArray("countries_obj").getJsonObject(0).getString("name")).isEqualTo("Germany");
        assertThat(shown.getInt("bound_to")).isEqualTo(2);
    }

    @Test
    void anEventMatcherPicksEventsAndNothingElse(GatehouseServer server) {
        ApiClient api = server.api();
        String policy = create(api, "event_matcher", "{\"action\":\"login_failed\",\"query\":\"context.username ~ \\\"root\\\"\"}");

        assertThat(new GuardedFlow(api, "any").guardedBy(policy).lets(server.browser())).as("no event in a flow").isFalse();
        String event = "{\"action\":\"login_failed\",\"context\":{\"username\":\"root\"}}";
        assertThat(test(api, policy, admin(api), "{\"event\":" + event + "}").getBoolean("passing")).isTrue();
        assertThat(test(api, policy, admin(api), "{\"event\":" + event.replace("root", "alice") + "}").getBoolean("passing")).isFalse();
    }

    @Test
    void aPolicyCanBeTriedOut(GatehouseServer server) {
        ApiClient api = server.api();
        String policy = create(api, "expression", "{\"expression\":\"(message('Hi ' + user.username) || true) && context.open == true\"}");

        JsonObject result = test(api, policy, admin(api), "{\"open\":true}");
        assertThat(result.getBoolean("passing")).isTrue();
        assertThat(result.get("messages").toString()).contains("Hi akadmin");
        assertThat(result.getJsonArray("log_messages").getJsonObject(0).keySet())
                .contains("timestamp", "log_level", "logger", "event", "attributes");
        JsonObject broken = test(api, policy, admin(api), "{}");
        assertThat(broken.getBoolean("passing")).isFalse();
        assertThat(broken.getJsonArray("log_messages").getJsonObject(0).getString("log_level")).isEqualTo("error");
    }

    @Test
    void anExpressionCanAskWhereSomebodyIs(GatehouseServer server) {
        ApiClient api = server.api();
        String policy = create(api, "expression", "{\"expression\":\"geo == {}\"}");

        assertThat(test(api, policy, admin(api), "{}").getBoolean("passing")).isTrue();
    }

    @Test
    void refusesToTryOutWhatIsNotThere(GatehouseServer server) {
        ApiClient api = server.api();
        String path = "/policies/all/" + dummy(api, true) + "/test/";
        for (String body : List.of("{}", "{\"user\":\"akadmin\"}", "{\"user\":-1}", "{\"user\":99999999}", "{\"user\":1.5}", "{\"user\":null}",
                "{\"user\":" + admin(api) + ",\"context\":[]}", "[]", "not json")) {
            assertThat(api.send("POST", path, body).statusCode()).as(body).isEqualTo(400);
        }
        String user = "{\"user\":" + admin(api) + "}";
        assertThat(api.send("POST", "/policies/all/00000000-0000-0000-0000-000000000000/test/", user).statusCode()).isEqualTo(404);
        assertThat(api.send("POST", "/policies/all/nonsense/test/", user).statusCode()).isEqualTo(404);
        assertThat(server.browser().postJson("/api/v3" + path, user).statusCode()).isEqualTo(403);
        assertThat(server.browser().get("/api/v3/policies/all/cache_info/").statusCode()).isEqualTo(403);
        assertThat(server.browser().get("/api/v3/policies/reputation/scores/").statusCode()).isEqualTo(403);
    }

    @Test
    void refusesSettingsThatMakeNoSense(GatehouseServer server) {
        ApiClient api = server.api();
        for (String[] bad : new String[][] {{"geoip", "{\"countries\":[\"XX\"]}"}, {"geoip", "{}"}, {"geoip", "{\"countries\":[],\"asns\":[-1]}"},
                {"event_matcher", "{}"}, {"event_matcher", "{\"query\":\"action =\"}"}, {"event_matcher", "{\"action\":\"explode\"}"},
                {"password", "{\"length_min\":-1}"}, {"password", "{\"symbol_charset\":\"\"}"}, {"password_expiry", "{}"},
                {"password_expiry", "{\"days\":\"soon\"}"}, {"unique_password", "{\"num_historical_passwords\":-1}"},
                {"unique_password", "{\"password_field\":\"\"}"}, {"reputation", "{\"check_ip\":false,\"check_username\":false}"},
                {"reputation", "{\"threshold\":\"low\"}"}}) {
            JsonObject body = named(bad[1], "bad-" + System.nanoTime());
            assertThat(api.send("POST", "/policies/" + bad[0] + "/", body.toString()).statusCode()).as(bad[0] + bad[1]).isEqualTo(400);
        }
    }

    @Test
    void answersEveryOperationOfTheFamily(GatehouseServer server) {
        ApiClient api = server.api();
        String policy = dummy(api, true);
        GuardedFlow flow = new GuardedFlow(api, "any").guardedBy(policy);
        assertThat(api.send("GET", "/policies/all/types/", "").body()).contains("ak-policy-password-form", "ak-policy-geoip-form",
                "ak-policy-reputation-form", "ak-policy-event-matcher-form", "ak-policy-password-expiry-form", "passwordexpirypolicy");
        for (String type : List.of("dummy", "event_matcher", "expression", "geoip", "password", "password_expiry", "reputation", "unique_password")) {
            assertThat(api.get("/policies/" + type + "/?ordering=-name&page_size=1").keySet()).contains("pagination", "results", "autocomplete");
        }
        assertThat(api.get("/policies/all/" + policy + "/").getString("component")).isEqualTo("ak-policy-dummy-form");
        assertThat(api.get("/policies/all/?bindings__isnull=true&promptstage__isnull=true").getJsonArray("results").toString()).doesNotContain(policy);
        assertThat(api.send("GET", "/policies/all/" + policy + "/used_by/", "").body()).contains("policybinding");
        assertThat(api.get("/policies/bindings/?target_in=" + flow.id() + ",00000000-0000-0000-0000-000000000000&policy__isnull=false&enabled=true"
                + "&timeout=30&order=0&ordering=-order").getJsonObject("pagination").getInt("count")).isEqualTo(1);
        assertThat(api.get("/policies/all/cache_info/").getInt("count")).isGreaterThanOrEqualTo(0);
        assertThat(api.send("POST", "/policies/all/cache_clear/", "").statusCode()).isEqualTo(204);
        assertThat(api.get("/policies/all/cache_info/").getInt("count")).isZero();
        assertThat(api.send("GET", "/policies/geoip_iso3166/", "").body()).contains("{\"code\":\"DE\",\"name\":\"Germany\"}");
        assertThat(api.send("DELETE", "/policies/all/" + policy + "/", "").statusCode()).as("in use").isEqualTo(409);
    }

    // Fixture

    private static String dummy(ApiClient api, boolean result) {
        return create(api, "dummy", "{\"result\":" + result + ",\"wait_min\":0,\"wait_max\":0}");
    }

    private static String create(ApiClient api, String type, String settings) {
        return create(api, type, type + "-" + System.nanoTime(), settings);
    }

    private static String create(ApiClient api, String type, String name, String settings) {
        return api.create("/policies/" + type + "/", named(settings, name)).getString("pk");
    }

    private static JsonObject named(String settings, String name) {
        JsonObjectBuilder document;
        try (var reader = Json.createReader(new StringReader(settings))) {
            document = Json.createObjectBuilder(reader.readObject());
        }
        return document.add("name", name).build();
    }

    private static int user(ApiClient api, String password) {
        String name = "person-" + Long.toString(System.nanoTime(), 36);
        int pk = api.create("/core/users/", Json.createObjectBuilder().add("username", name).add("name", name).build()).getInt("pk");
        setPassword(api, pk, password);
        return pk;
    }

    private static void setPassword(ApiClient api, int pk, String password) {
        assertThat(api.send("POST", "/core/users/" + pk + "/set_password/", "{\"password\":\"" + password + "\"}").statusCode()).isEqualTo(204);
    }

    private static String username(ApiClient api, int pk) {
        return api.get("/core/users/" + pk + "/").getString("username");
    }

    private static int admin(ApiClient api) {
        return api.get("/core/users/?username=akadmin").getJsonArray("results").getJsonObject(0).getInt("pk");
    }

    private static JsonObject access(ApiClient api, String slug, int user) {
        return api.get("/core/applications/" + slug + "/check_access/?for_user=" + user);
    }

    private static JsonObject test(ApiClient api, String policy, int user, String context) {
        var response = api.send("POST", "/policies/all/" + policy + "/test/", "{\"user\":" + user + ",\"context\":" + context + "}");
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return HttpBrowser.json(response);
    }

    private static String events(ApiClient api, String action) {
        return api.get("/events/events/?action=" + action + "&page_size=100").getJsonArray("results").toString();
    }

    /** What is written behind comes within seconds. */
    private static void eventually(Supplier<Boolean> claim) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!claim.get()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
    }
}
