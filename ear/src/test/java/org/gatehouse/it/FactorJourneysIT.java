package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;
import org.openqa.selenium.virtualauthenticator.HasVirtualAuthenticator;
import org.openqa.selenium.virtualauthenticator.VirtualAuthenticator;
import org.openqa.selenium.virtualauthenticator.VirtualAuthenticatorOptions;

/** How people set up more than a password from the portal and log in with it, in Chromium, through the flows of blueprints alone. */
@ExtendWith(GatehouseServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FactorJourneysIT {

    private static final String SECURITY = "/if/user/security/";

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

    /** Follows the link of the page to a flow. */
    private void follow(String flow) {
        browser.driver().findElement(By.cssSelector("a[href^='/if/flow/" + flow + "/']")).click();
    }

    private void awaitElement(String id) {
        browser.await(page -> !page.findElements(By.id(id)).isEmpty());
    }

    private void awaitPage(String path) {
        browser.await(page -> page.getCurrentUrl().equals(server.url() + path));
    }

    private void typePassword(Person person) {
        browser.open(server.url() + "/");
        browser.login(person.username(), Person.PASSWORD);
    }

    private Person atHome(String name) {
        Person person = Person.create(api, name);
        typePassword(person);
        awaitPage("/if/user/");
        browser.open(server.url() + SECURITY);
        return person;
    }

    private void type(String code) {
        awaitElement("code");
        browser.type("code", code);
        browser.submit();
    }

    @Test
    void anAppIsSetUpAndAskedForAtTheNextLogin() {
        Person person = atHome("app-owner");
        follow("default-authenticator-totp-setup");
        awaitElement("qr-code");
        AuthenticatorApp app = new AuthenticatorApp(browser.driver().findElement(By.cssSelector("a[href^=otpauth]")).getDomAttribute("href"));
        type(app.code(0));
        awaitPage(SECURITY);
        assertThat(person.devices(api, "totp")).hasSize(1);

        beAStranger();
        typePassword(person);
        type(app.code(1));

        awaitPage("/if/user/");
        assertThat(api.get("/events/events/?action=login&ordering=-created").getJsonArray("results").stream().map(Object::toString)
                .anyMatch(event -> event.contains(person.username()) && event.contains("mfa_devices"))).isTrue();
    }

    @Test
    void recoveryCodesLogInOnceEachAndGuardWhatIsSetUpNext() {
        Person person = atHome("paper-owner");
        follow("default-authenticator-static-setup");
        awaitElement("codes");
        String[] codes = browser.driver().findElements(By.cssSelector("#codes code")).stream().map(code -> code.getText()).toArray(String[]::new);
        browser.submit();
        awaitPage(SECURITY);
        assertThat(person.devices(api, "static")).hasSize(1);

        beAStranger();
        typePassword(person);
        type(codes[0]);
        awaitPage("/if/user/");

        browser.open(server.url() + SECURITY);
        follow("default-authenticator-totp-setup");
        awaitElement("code");
        assertThat(browser.driver().findElements(By.id("qr-code"))).as("what is there already comes first").isEmpty();
        type(codes[0]);
        browser.await(page -> !page.findElement(By.id("code-problem")).getText().isEmpty());
        assertThat(person.devices(api, "totp")).isEmpty();
    }

    @Test
    void aSecondDeviceIsSetUpOnceTheFirstOneHasBeenShown() {
        Person person = atHome("collector");
        follow("default-authenticator-static-setup");
        awaitElement("codes");
        String code = browser.driver().findElement(By.cssSelector("#codes code")).getText();
        browser.submit();
        awaitPage(SECURITY);
        follow("default-authenticator-totp-setup");
        type(code);
        awaitElement("qr-code");
        type(new AuthenticatorApp(browser.driver().findElement(By.cssSelector("a[href^=otpauth]")).getDomAttribute("href")).code(0));

        awaitPage(SECURITY);
        assertThat(person.devices(api, "totp")).hasSize(1);
    }

    @Test
    void aPasskeyAloneLogsIn() {
        examples.apply("flows-login-passwordless", true);
        VirtualAuthenticator key = ((HasVirtualAuthenticator) browser.driver()).addVirtualAuthenticator(new VirtualAuthenticatorOptions()
                .setProtocol(VirtualAuthenticatorOptions.Protocol.CTAP2).setTransport(VirtualAuthenticatorOptions.Transport.INTERNAL)
                .setHasResidentKey(true).setHasUserVerification(true).setIsUserVerified(true).setIsUserConsenting(true));
        Person person = atHome("key-owner");
        follow("default-authenticator-webauthn-setup");
        awaitElement("use-key");
        browser.driver().findElement(By.id("use-key")).click();
        awaitPage(SECURITY);
        assertThat(person.devices(api, "webauthn")).hasSize(1);

        beAStranger();
        key.setUserVerified(false);
        browser.open(server.url() + "/");
        follow("default-authentication-passwordless-flow");
        browser.await(page -> !page.findElement(By.id("webauthn-problem")).getText().isEmpty());
        key.setUserVerified(true);
        browser.driver().findElement(By.id("use-key")).click();

        awaitPage("/if/user/");
        assertThat(api.get("/events/events/?action=login&ordering=-created").getJsonArray("results").stream().map(Object::toString)
                .anyMatch(event -> event.contains(person.username()) && event.contains("auth_webauthn_pwl"))).isTrue();
    }
}
