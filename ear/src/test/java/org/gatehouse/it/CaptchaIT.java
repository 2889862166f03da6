package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;

/** Captchas against a stand-in for Turnstile. */
@ExtendWith(GatehouseServer.class)
class CaptchaIT {

    /** Solves itself, as the real one does for people it knows. */
    private static final String SCRIPT = "window.turnstile = {render: function (place, options) {"
            + "place.textContent = 'solved for ' + options.sitekey; options.callback('good'); return 1;}};";

    private static HttpStub captcha;

    @BeforeAll
    static void start() {
        captcha = new HttpStub().on("/api.js", "text/javascript", body -> SCRIPT)
                .on("/verify", "application/json", body -> "{\"success\":" + (body.contains("response=good") && body.contains("secret=hidden")) + "}");
    }

    @AfterAll
    static void stop() {
        captcha.close();
    }

    private static JsonObjectBuilder settings() {
        return Json.createObjectBuilder().add("public_key", "site").add("private_key", "hidden").add("js_url", captcha.url("/api.js"))
                .add("api_url", captcha.url("/verify"));
    }

    private static JsonObject token(String token) {
        return Json.createObjectBuilder().add("component", "ak-stage-captcha").add("token", token).build();
    }

    @Test
    void letsNobodyPassWhoseAnswerIsNotConfirmed(GatehouseServer server) {
        TestFlow flow = new TestFlow(server.api(), "authentication").then("captcha", settings()).identification();
        HttpBrowser browser = server.browser();

        JsonObject shown = browser.challenge(flow.slug());
        assertThat(shown.getString("site_key")).isEqualTo("site");
        assertThat(shown.toString()).doesNotContain("hidden");
        assertThat(browser.answer(flow.slug(), token("bad")).getJsonObject("response_errors")).containsKey("token");
        assertThat(browser.answer(flow.slug(), Json.createObjectBuilder().add("component", "ak-stage-captcha").build()).getString("component"))
                .isEqualTo("ak-stage-captcha");
        assertThat(browser.answer(flow.slug(), token("good")).getString("component")).isEqualTo("ak-stage-identification");
    }

    @Test
    void runsTheCaptchasScriptAndNoOther(GatehouseServer server) {
        TestFlow flow = new TestFlow(server.api(), "authentication").then("captcha", settings()).identification();
        String policy = server.browser().get("/if/flow/" + flow.slug() + "/").headers().firstValue("Content-Security-Policy").orElse("");
        assertThat(policy).contains("script-src 'self' " + captcha.url("")).doesNotContain("unsafe");

        try (ChromiumBrowser browser = new ChromiumBrowser()) {
            browser.open(server.url() + "/if/flow/" + flow.slug() + "/");

            browser.await(page -> !page.findElements(By.id("username")).isEmpty());
        }
    }

    @Test
    void isAskedTogetherWithTheName(GatehouseServer server) {
        TestFlow flow = new TestFlow(server.api(), "authentication");
        String stage = flow.stage("captcha", settings());
        flow.then("identification", Json.createObjectBuilder().add("user_fields", Json.createArrayBuilder().add("username")).add("captcha_stage", stage))
                .then("deny", Json.createObjectBuilder());
        HttpBrowser program = server.browser();
        program.challenge(flow.slug());
        assertThat(program.answer(flow.slug(), TestFlow.identified("akadmin")).getJsonObject("response_errors")).containsKey("captcha_token");

        try (ChromiumBrowser browser = new ChromiumBrowser()) {
            browser.open(server.url() + "/if/flow/" + flow.slug() + "/");
            browser.await(page -> page.findElement(By.id("captcha")).getText().contains("solved for site"));
            browser.type("username", "akadmin");
            browser.submit();

            browser.await(page -> page.findElements(By.id("username")).isEmpty());
        }
    }

    @Test
    void theSecretKeyIsNeverShown(GatehouseServer server) {
        String pk = new TestFlow(server.api(), "authentication").stage("captcha", settings());

        assertThat(server.api().get("/stages/captcha/" + pk + "/").toString()).doesNotContain("hidden");
    }
}
