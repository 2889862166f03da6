package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Logging in with nothing but HTTP and a cookie jar. */
@ExtendWith(GatehouseServer.class)
class ExecutorLoginIT {

    private static final String FLOW = "default-authentication-flow";

    @Test
    void logsInThroughIdentificationAndPassword(GatehouseServer server) {
        HttpBrowser browser = server.browser();

        assertThat(browser.challenge(FLOW).getString("component")).isEqualTo("ak-stage-identification");
        JsonObject second = browser.answer(FLOW, identification("akadmin"));
        assertThat(second.getString("component")).isEqualTo("ak-stage-password");
        JsonObject last = browser.answer(FLOW, password(GatehouseServer.PASSWORD));

        assertThat(last.getString("component")).isEqualTo("xak-flow-redirect");
        assertThat(last.getString("to")).isEqualTo("/if/user/");
        assertThat(browser.get("/api/v3/core/users/me/").body()).contains("\"username\":\"akadmin\"");
    }

    @Test
    void keepsOnAskingAfterAWrongPassword(GatehouseServer server) {
        HttpBrowser browser = server.browser();
        browser.challenge(FLOW);
        browser.answer(FLOW, identification("akadmin"));

        JsonObject again = browser.answer(FLOW, password("wrong"));

        assertThat(again.getString("component")).isEqualTo("ak-stage-password");
        assertThat(again.getJsonObject("response_errors").getJsonArray("password").getJsonObject(0).getString("string")).isNotBlank();
        assertThat(browser.cookie("gatehouse_session")).isNull();
    }

    @Test
    void answersAnUnknownUserLikeAKnownOne(GatehouseServer server) {
        JsonObject known = identified(server.browser(), "akadmin");
        JsonObject unknown = identified(server.browser(), "nobody-" + System.nanoTime());

        assertThat(unknown.keySet()).isEqualTo(known.keySet());
        assertThat(unknown.getString("component")).isEqualTo("ak-stage-password");
    }

    @Test
    void anEmptyOrForeignAnswerLeadsNowhere(GatehouseServer server) {
        HttpBrowser browser = server.browser();
        browser.challenge(FLOW);
        for (String answer : new String[] {"{}", "{\"component\":\"ak-stage-identification\"}", "{\"component\":\"ak-stage-password\",\"password\":\"x\"}",
                "{\"component\":\"ak-stage-user-login\",\"remember_me\":true}", "{\"component\":\"ak-stage-identification\",\"uid_field\":[1]}"}) {
            assertThat(HttpBrowser.json(browser.postJson("/api/v3/flows/executor/" + FLOW + "/", answer)).getString("component"))
                    .as(answer).isEqualTo("ak-stage-identification");
        }
        browser.answer(FLOW, identification("akadmin"));
        for (String answer : new String[] {"{}", "{\"component\":\"ak-stage-password\"}", "{\"component\":\"ak-stage-password\",\"password\":\"\"}",
                "{\"component\":\"ak-stage-identification\",\"uid_field\":\"akadmin\"}"}) {
            assertThat(HttpBrowser.json(browser.postJson("/api/v3/flows/executor/" + FLOW + "/", answer)).getString("component"))
                    .as(answer).isEqualTo("ak-stage-password");
        }
        assertThat(browser.cookie("gatehouse_session")).isNull();
    }

    @Test
    void aUserMayLogInManyTimesAtOnce(GatehouseServer server) throws Exception {
        ExecutorService many = Executors.newFixedThreadPool(6);
        try {
            Callable<String> login = () -> server.browser().login("akadmin", GatehouseServer.PASSWORD).getString("component");
            for (Future<String> last : many.invokeAll(Collections.nCopies(8, login))) {
                assertThat(last.get()).isEqualTo("xak-flow-redirect");
            }
        } finally {
            many.shutdown();
        }
    }

    @Test
    void loginChangesTheBrowsersKeys(GatehouseServer server) {
        HttpBrowser browser = server.browser();
        browser.challenge(FLOW);
        String planted = browser.cookie("gatehouse_browser");

        browser.login("akadmin", GatehouseServer.PASSWORD);

        assertThat(browser.cookie("gatehouse_browser")).isNotNull().isNotEqualTo(planted);
        assertThat(browser.cookie("gatehouse_session")).hasSizeGreaterThanOrEqualTo(43);
    }

    @Test
    void loggingOutEndsTheSessionEverywhere(GatehouseServer server) {
        HttpBrowser browser = server.browser();
        browser.login("akadmin", GatehouseServer.PASSWORD);
        HttpBrowser thief = server.browser();
        thief.plant("gatehouse_session", browser.cookie("gatehouse_session"));
        assertThat(thief.get("/api/v3/core/users/me/").statusCode()).isEqualTo(200);

        browser.challenge("default-invalidation-flow");

        assertThat(thief.get("/api/v3/core/users/me/").statusCode()).isEqualTo(403);
        assertThat(browser.get("/api/v3/core/users/me/").statusCode()).isEqualTo(403);
    }

    @Test
    void aDisabledUserIsOutAtOnce(GatehouseServer server) {
        ApiClient api = server.api();
        String name = "disabled-" + System.nanoTime();
        int pk = api.create("/core/users/", Json.createObjectBuilder().add("username", name).add("name", "Dora").build()).getInt("pk");
        api.send("POST", "/core/users/" + pk + "/set_password/", "{\"password\":\"a long enough password\"}");
        HttpBrowser browser = server.browser();
        assertThat(browser.login(name, "a long enough password").getString("component")).isEqualTo("xak-flow-redirect");

        api.patch("/core/users/" + pk + "/", Json.createObjectBuilder().add("is_active", false).build());

        assertThat(browser.get("/api/v3/core/users/me/").statusCode()).isEqualTo(403);
        JsonObject again = server.browser().login(name, "a long enough password");
        assertThat(again.getString("component")).isEqualTo("ak-stage-password");
        assertThat(again.containsKey("response_errors")).isTrue();
    }

    private static JsonObject identified(HttpBrowser browser, String name) {
        browser.challenge(FLOW);
        return browser.answer(FLOW, identification(name));
    }

    private static JsonObject identification(String name) {
        return Json.createObjectBuilder().add("component", "ak-stage-identification").add("uid_field", name).build();
    }

    private static JsonObject password(String password) {
        return Json.createObjectBuilder().add("component", "ak-stage-password").add("password", password).build();
    }
}
