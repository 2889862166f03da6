package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Second factors with nothing but HTTP and a cookie jar. */
@ExtendWith(GatehouseServer.class)
class AuthenticatorIT {

    private static final String REDIRECT = "xak-flow-redirect";
    private static final String VALIDATE = "ak-stage-authenticator-validate";

    private static SecondFactorFlows flows;
    private static String totpSetup;
    private static String staticSetup;

    @BeforeAll
    static void flows(GatehouseServer server) {
        flows = new SecondFactorFlows(server.api());
        totpSetup = flows.setup("totp", Json.createObjectBuilder().add("digits", "6").add("friendly_name", "My app"));
        staticSetup = flows.setup("static", Json.createObjectBuilder().add("token_count", 20));
    }

    @Test
    void logsInWithAnAppAndTakesNoCodeTwice(GatehouseServer server) {
        JsonObject user = flows.user("ada");
        AuthenticatorApp app = app(loggedIn(server, user));
        String login = flows.login(Json.createObjectBuilder());

        HttpBrowser browser = server.browser();
        JsonObject asked = SecondFactorFlows.upToValidation(browser, login, user.getString("username"));
        assertThat(asked.getString("component")).isEqualTo(VALIDATE);
        assertThat(asked.getJsonArray("device_challenges").getJsonObject(0).getString("device_class")).isEqualTo("totp");
        String code = app.code(1);
        assertThat(SecondFactorFlows.code(browser, login, code).getString("component")).isEqualTo(REDIRECT);
        assertThat(browser.get("/api/v3/core/users/me/").body()).contains(user.getString("username"));

        HttpBrowser second = server.browser();
        SecondFactorFlows.upToValidation(second, login, user.getString("username"));
        assertThat(SecondFactorFlows.code(second, login, code).getString("component")).isEqualTo(VALIDATE);
        assertThat(second.cookie("gatehouse_session")).isNull();
    }

    @Test
    void slowsGuessingDown(GatehouseServer server) {
        JsonObject user = flows.user("grace");
        AuthenticatorApp app = app(loggedIn(server, user));
        String login = flows.login(Json.createObjectBuilder().add("totp_otp_throttling_factor", 600));
        HttpBrowser browser = server.browser();
        SecondFactorFlows.upToValidation(browser, login, user.getString("username"));

        JsonObject wrong = SecondFactorFlows.code(browser, login, "000000");
        JsonObject early = SecondFactorFlows.code(browser, login, app.code(1));

        assertThat(wrong.toString()).contains("not right");
        assertThat(early.toString()).contains("Too many attempts");
        HttpBrowser another = server.browser();
        SecondFactorFlows.upToValidation(another, login, user.getString("username"));
        assertThat(SecondFactorFlows.code(another, login, app.code(1)).toString()).contains("Too many attempts");
    }

    @Test
    void acceptsAPaperCodeOnceHoweverManyTryAtTheSameMoment(GatehouseServer server) throws Exception {
        JsonObject user = flows.user("alan");
        String code = codes(loggedIn(server, user)).get(3);
        String login = flows.login(Json.createObjectBuilder().add("static_otp_throttling_factor", 0));
        List<HttpBrowser> browsers = IntStream.range(0, 8).mapToObj(i -> server.browser()).toList();
        browsers.forEach(browser -> SecondFactorFlows.upToValidation(browser, login, user.getString("username")));

        List<String> outcomes = new ArrayList<>();
        ExecutorService many = Executors.newFixedThreadPool(8);
        try {
            List<Callable<String>> attempts = browsers.stream()
                    .<Callable<String>>map(browser -> () -> SecondFactorFlows.code(browser, login, code).getString("component")).toList();
            for (Future<String> outcome : many.invokeAll(attempts)) {
                outcomes.add(outcome.get());
            }
        } finally {
            many.shutdown();
        }

        assertThat(outcomes).filteredOn(REDIRECT::equals).hasSize(1);
    }

    @Test
    void letsOrRefusesOrEquipsWhoHasNoDevice(GatehouseServer server) {
        String username = flows.user("emmy").getString("username");
        JsonObject totp = flows.stage("authenticator/totp", Json.createObjectBuilder().add("digits", "6"));

        String skip = flows.login(Json.createObjectBuilder());
        assertThat(SecondFactorFlows.upToValidation(server.browser(), skip, username).getString("component")).isEqualTo(REDIRECT);
        String deny = flows.login(Json.createObjectBuilder().add("not_configured_action", "deny"));
        assertThat(SecondFactorFlows.upToValidation(server.browser(), deny, username).getString("component")).isEqualTo("ak-stage-access-denied");
        String equip = flows.login(Json.createObjectBuilder().add("not_configured_action", "configure")
                .add("configuration_stages", Json.createArrayBuilder().add(totp.getString("pk"))));
        HttpBrowser browser = server.browser();
        JsonObject setup = SecondFactorFlows.upToValidation(browser, equip, username);
        assertThat(setup.getString("component")).isEqualTo("ak-stage-authenticator-totp");
        JsonObject done = browser.answer(equip, Json.createObjectBuilder().add("component", "ak-stage-authenticator-totp")
                .add("code", new AuthenticatorApp(setup.getString("config_url")).code(0)).build());
        assertThat(done.getString("component")).isEqualTo(REDIRECT);
    }

    @Test
    void asksAKnownBrowserNotAgain(GatehouseServer server) {
        JsonObject user = flows.user("kurt");
        AuthenticatorApp app = app(loggedIn(server, user));
        String login = flows.login(Json.createObjectBuilder().add("last_auth_threshold", "hours=1"));
        HttpBrowser browser = server.browser();
        SecondFactorFlows.upToValidation(browser, login, user.getString("username"));
        SecondFactorFlows.code(browser, login, app.code(1));

        assertThat(browser.cookie("gatehouse_device")).isNotNull();
        assertThat(SecondFactorFlows.upToValidation(browser, login, user.getString("username")).getString("component")).isEqualTo(REDIRECT);
        HttpBrowser stranger = server.browser();
        assertThat(SecondFactorFlows.upToValidation(stranger, login, user.getString("username")).getString("component")).isEqualTo(VALIDATE);
    }

    @Test
    void peopleManageTheirOwnDevicesAndNobodyElses(GatehouseServer server) {
        JsonObject owner = flows.user("marie");
        JsonObject other = flows.user("eve");
        app(loggedIn(server, owner));
        ApiClient own = flows.apiOf(server.url(), owner);
        ApiClient others = flows.apiOf(server.url(), other);
        JsonObject device = own.get("/authenticators/totp/").getJsonArray("results").getJsonObject(0);
        String path = "/authenticators/totp/" + device.getInt("pk") + "/";

        assertThat(device.getString("name")).isEqualTo("My app");
        assertThat(device.getJsonObject("user").getInt("pk")).isEqualTo(owner.getInt("pk"));
        assertThat(own.patch(path, Json.createObjectBuilder().add("name", "Old phone").build()).getString("name")).isEqualTo("Old phone");
        assertThat(own.send("GET", path + "used_by/", "").body()).isEqualTo("[]");
        assertThat(status(own, "PUT", path, "{}")).isEqualTo(400);
        assertThat(status(own, "PUT", path, "{\"name\":\"" + "x".repeat(65) + "\"}")).isEqualTo(400);
        assertThat(status(own, "POST", "/authenticators/totp/", "{\"name\":\"x\"}")).isEqualTo(405);
        assertThat(others.get("/authenticators/totp/").getJsonArray("results")).isEmpty();
        for (String method : List.of("GET", "PATCH", "DELETE")) {
            assertThat(status(others, method, path, "{\"name\":\"mine\"}")).as(method).isEqualTo(404);
        }
        for (String admin : List.of("/authenticators/admin/all/", "/authenticators/admin/totp/", "/authenticators/admin/totp/" + device.getInt("pk") + "/")) {
            assertThat(status(others, "GET", admin, "")).as(admin).isEqualTo(403);
        }
        assertThat(status(own, "GET", "/authenticators/static/" + device.getInt("pk") + "/", "")).as("another class").isEqualTo(404);
        assertThat(status(own, "DELETE", path, "")).isEqualTo(204);
        assertThat(status(own, "GET", path, "")).isEqualTo(404);
    }

    @Test
    void administratorsSeeAndDeleteEverybodysDevices(GatehouseServer server) {
        JsonObject user = flows.user("rosalind");
        List<String> codes = codes(loggedIn(server, user));
        ApiClient api = server.api();

        JsonObject listed = list(api.send("GET", "/authenticators/admin/all/?user=" + user.getInt("pk"), "")).get(0);
        assertThat(listed.getString("type")).isEqualTo("authentik_stages_authenticator_static.StaticDevice");
        assertThat(listed.keySet()).contains("verbose_name", "verbose_name_plural", "meta_model_name", "pk", "name", "confirmed", "created",
                "last_updated", "last_used", "extra_description", "external_id");
        JsonObject device = api.get("/authenticators/admin/static/" + listed.getString("pk") + "/");
        assertThat(device.getJsonArray("token_set")).hasSize(codes.size());
        assertThat(device.toString()).doesNotContain(codes.get(0));
        assertThat(api.get("/authenticators/static/").getJsonArray("results")).as("the administrator has none").isEmpty();
        assertThat(status(api, "GET", "/authenticators/admin/all/?user=x", "")).isEqualTo(400);
        assertThat(status(api, "GET", "/authenticators/admin/duo/", "")).as("a class that is not there").isEqualTo(404);
        assertThat(status(api, "DELETE", "/authenticators/admin/static/" + listed.getString("pk") + "/", "")).isEqualTo(204);
        assertThat(list(api.send("GET", "/authenticators/admin/all/?user=" + user.getInt("pk"), ""))).isEmpty();
    }

    @Test
    void aDeviceThatAnAdministratorMadeProvesNothing(GatehouseServer server) {
        JsonObject made = server.api().create("/authenticators/admin/totp/", Json.createObjectBuilder().add("name", "made up").build());

        assertThat(list(server.api().send("GET", "/authenticators/all/", "")).stream()
                .filter(device -> device.getString("pk").equals(String.valueOf(made.getInt("pk")))).findFirst().orElseThrow().getBoolean("confirmed")).isFalse();
        server.api().send("DELETE", "/authenticators/admin/totp/" + made.getInt("pk") + "/", "");
    }

    @Test
    void tellsWhatPeopleCanSetUp(GatehouseServer server) {
        assertThat(list(server.api().send("GET", "/stages/all/user_settings/", "")))
                .anySatisfy(setting -> {
                    assertThat(setting.getString("configure_url")).isEqualTo("/if/flow/" + totpSetup + "/");
                    assertThat(setting.getString("title")).isEqualTo("My app");
                    assertThat(setting.getString("component")).isEqualTo("ak-user-settings-authenticator-totp");
                });
    }

    private static HttpBrowser loggedIn(GatehouseServer server, JsonObject user) {
        HttpBrowser browser = server.browser();
        assertThat(browser.login(user.getString("username"), SecondFactorFlows.PASSWORD).getString("component")).isEqualTo(REDIRECT);
        return browser;
    }

    private static AuthenticatorApp app(HttpBrowser browser) {
        AuthenticatorApp app = new AuthenticatorApp(browser.challenge(totpSetup).getString("config_url"));
        JsonObject done = browser.answer(totpSetup, Json.createObjectBuilder().add("component", "ak-stage-authenticator-totp").add("code", app.code(0)).build());
        assertThat(done.getString("component")).isEqualTo(REDIRECT);
        return app;
    }

    private static List<String> codes(HttpBrowser browser) {
        List<String> codes = browser.challenge(staticSetup).getJsonArray("codes").stream().map(code -> code.toString().replace("\"", "")).toList();
        browser.answer(staticSetup, Json.createObjectBuilder().add("component", "ak-stage-authenticator-static").build());
        return codes;
    }

    private static int status(ApiClient api, String method, String path, String body) {
        return api.send(method, path, body).statusCode();
    }

    private static List<JsonObject> list(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        try (JsonReader reader = Json.createReader(new StringReader(response.body()))) {
            return reader.readArray().getValuesAs(JsonObject.class);
        }
    }
}
