package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;

/** The logins that the example blueprints make, and the recovery with a second factor, walked in Chromium. */
@ExtendWith(GatehouseServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExampleLoginsIT {

    private static final String NEW_PASSWORD = "nine-blue-kettles-whistling";
    private static final String CAPTCHA_SCRIPT = "window.turnstile = {render: function (place, options) {"
            + "place.textContent = 'solved for ' + options.sitekey; options.callback('good'); return 1;}};";

    private GatehouseServer server;
    private ApiClient api;
    private ExampleBlueprints examples;
    private ChromiumBrowser browser;

    @BeforeAll
    void start(GatehouseServer running) {
        server = running;
        api = server.api();
        examples = new ExampleBlueprints(server);
        browser = new ChromiumBrowser();
    }

    @AfterAll
    void stop() {
        browser.close();
        examples.close();
    }

    @BeforeEach
    void beAStranger() {
        browser.open(server.url() + "/static/css/gatehouse.css");
        browser.driver().manage().deleteAllCookies();
    }

    private void openFlow(String slug) {
        browser.open(server.url() + "/if/flow/" + slug + "/");
    }

    private void awaitElement(String id) {
        browser.await(page -> !page.findElements(By.id(id)).isEmpty());
    }

    private void awaitPortal() {
        browser.await(page -> page.getCurrentUrl().equals(server.url() + "/if/user/"));
    }

    private void type(String id, String text) {
        awaitElement(id);
        browser.type(id, text);
        browser.submit();
    }

    private AuthenticatorApp appOfThePage() {
        awaitElement("qr-code");
        return new AuthenticatorApp(browser.driver().findElement(By.cssSelector("a[href^=otpauth]")).getDomAttribute("href"));
    }

    /** The example's policy, for one person instead of the address from which all tests log in, and for one failure. */
    private void watchNamesClosely(String policy) {
        JsonObject found = api.get("/policies/reputation/?name=" + policy).getJsonArray("results").getJsonObject(0);
        api.patch("/policies/reputation/" + found.getString("pk") + "/",
                Json.createObjectBuilder().add("check_ip", false).add("threshold", -1).build());
    }

    private void guessWrongly(Person person) {
        assertThat(person.canLogIn(server, "not the password")).isFalse();
    }

    @Test
    void whoHasNoSecondFactorSetsOneUpOnTheWayAndNeedsItFromThenOn() {
        examples.apply("flows-login-2fa", false);
        Person person = Person.create(api, "newcomer");
        openFlow("default-authentication-2fa-flow");
        browser.login(person.username(), Person.PASSWORD);
        awaitElement("setups");
        assertThat(browser.driver().manage().getCookieNamed("gatehouse_session")).as("a password alone logs nobody in").isNull();
        browser.driver().findElements(By.name("selected_stage")).get(0).click();
        AuthenticatorApp app = appOfThePage();
        type("code", app.code(0));
        awaitPortal();
        assertThat(person.devices(api, "totp")).hasSize(1);

        beAStranger();
        openFlow("default-authentication-2fa-flow");
        browser.login(person.username(), Person.PASSWORD);
        awaitElement("code");
        assertThat(browser.driver().manage().getCookieNamed("gatehouse_session")).isNull();
        type("code", app.code(1));
        awaitPortal();
    }

    @Test
    void recoveryAsksForTheSecondFactorBeforeANewPassword() {
        examples.apply("flows-recovery-email-mfa", true);
        try (MailServer mail = MailServer.ofTheInstallation()) {
            Person person = Person.create(api, "forgetful");
            browser.open(server.url() + "/");
            browser.login(person.username(), Person.PASSWORD);
            awaitPortal();
            openFlow("default-authenticator-static-setup");
            awaitElement("codes");
            String code = browser.driver().findElement(By.cssSelector("#codes code")).getText();
            browser.submit();
            browser.await(page -> person.devices(api, "static").size() == 1);
            beAStranger();

            browser.open(server.url() + "/");
            browser.driver().findElement(By.cssSelector("a[href^='/if/flow/default-recovery-mfa-flow/']")).click();
            type("username", person.username());
            awaitElement("resend");
            browser.open(mail.linkTo(person.email()));
            browser.submit();
            awaitElement("code");
            assertThat(browser.driver().findElements(By.id("prompt-password"))).isEmpty();
            type("code", code);
            awaitElement("prompt-password");
            browser.type("prompt-password", NEW_PASSWORD);
            type("prompt-password_repeat", NEW_PASSWORD);
            awaitPortal();

            browser.open(server.url() + "/static/css/gatehouse.css");
            browser.driver().manage().deleteAllCookies();
            browser.open(server.url() + "/");
            browser.login(person.username(), NEW_PASSWORD);
            awaitElement("code");
        }
    }

    @Test
    void aCaptchaComesOnlyAfterFailures() {
        try (HttpStub captcha = new HttpStub().on("/api.js", "text/javascript", body -> CAPTCHA_SCRIPT)
                .on("/verify", "application/json", body -> "{\"success\":" + body.contains("response=good") + "}")) {
            examples.apply("flows-login-conditional-captcha", captchaKeys().build());
            watchNamesClosely("default-authentication-captcha-flow-reputation");
            String stage = api.get("/stages/captcha/?name=default-authentication-captcha-flow-captcha").getJsonArray("results").getJsonObject(0)
                    .getString("pk");
            api.patch("/stages/captcha/" + stage + "/", Json.createObjectBuilder().add("js_url", captcha.url("/api.js"))
                    .add("api_url", captcha.url("/verify")).build());
            Person person = Person.create(api, "clumsy");

            openFlow("default-authentication-captcha-flow");
            browser.login(person.username(), Person.PASSWORD);
            awaitPortal();
            assertThat(captcha.received()).as("nobody has failed yet").isEmpty();

            beAStranger();
            guessWrongly(person);
            guessWrongly(person);
            openFlow("default-authentication-captcha-flow");
            browser.login(person.username(), Person.PASSWORD);
            awaitPortal();
            assertThat(captcha.received()).anyMatch(body -> body.contains("response=good"));
        }
    }

    private static JsonObjectBuilder captchaKeys() {
        return Json.createObjectBuilder().add("use", false).add("captcha_public_key", "site").add("captcha_private_key", "hidden");
    }

    @Test
    void theLoginIsClosedToANameThatHasFailedTooOften() {
        examples.apply("flows-login-brute-force-lockout", false);
        watchNamesClosely("default-authentication-lockout-flow-reputation");
        Person person = Person.create(api, "attacked");
        openFlow("default-authentication-lockout-flow");
        browser.login(person.username(), Person.PASSWORD);
        awaitPortal();

        beAStranger();
        guessWrongly(person);
        guessWrongly(person);
        openFlow("default-authentication-lockout-flow");
        type("username", person.username());

        browser.await(page -> page.findElement(By.tagName("body")).getText().contains("Too many failed attempts. Try again later."));
        assertThat(browser.driver().findElements(By.id("password"))).isEmpty();
    }
}
