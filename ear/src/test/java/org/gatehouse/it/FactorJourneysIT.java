package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.By;
import org.openqa.selenium.virtualauthenticator.HasVirtualAuthenticator;
import org.openqa.selenium.virtualauthenticator.VirtualAuthenticator;
import org.openqa.selenium.virtualauthenticator.VirtualAuthenticatorOptions;

/** How people set up more than a password from the portal and log in with it, in Chromium, through the flows of blueprints alone. */
@ExtendWith(GatehouseServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FactorJourneysIT {

    private static final String SECURITY = "/if/user/security/";

    @RegisterExtension
    static final Journey journey = new Journey();

    private GatehouseServer server;
    private ApiClient api;
    private ChromiumBrowser browser;

    @BeforeAll
    void start(GatehouseServer running) {
        server = running;
        api = server.api();
        browser = journey.browser();
    }

    private void type(String code) {
        journey.awaitElement("code");
        browser.type("code", code);
        browser.submit();
    }

    @Test
    void anAppIsSetUpAndAskedForAtTheNextLogin() {
        Person person = journey.at(SECURITY, "app-owner");
        journey.follow("default-authenticator-totp-setup");
        journey.awaitElement("qr-code");
        AuthenticatorApp app = new AuthenticatorApp(browser.driver().findElement(By.cssSelector("a[href^=otpauth]")).getDomAttribute("href"));
        type(app.code(0));
        journey.awaitPage(SECURITY);
        assertThat(person.devices(api, "totp")).hasSize(1);

        journey.beAStranger();
        journey.typePassword(person);
        type(app.code(1));

        journey.awaitPage("/if/user/");
        assertThat(api.get("/events/events/?action=login&ordering=-created").getJsonArray("results").stream().map(Object::toString)
                .anyMatch(event -> event.contains(person.username()) && event.contains("mfa_devices"))).isTrue();
    }

    @Test
    void recoveryCodesLogInOnceEachAndGuardWhatIsSetUpNext() {
        Person person = journey.at(SECURITY, "paper-owner");
        journey.follow("default-authenticator-static-setup");
        journey.awaitElement("codes");
        String[] codes = browser.driver().findElements(By.cssSelector("#codes code")).stream().map(code -> code.getText()).toArray(String[]::new);
        browser.submit();
        journey.awaitPage(SECURITY);
        assertThat(person.devices(api, "static")).hasSize(1);

        journey.beAStranger();
        journey.typePassword(person);
        type(codes[0]);
        journey.awaitPage("/if/user/");

        browser.open(server.url() + SECURITY);
        journey.follow("default-authenticator-totp-setup");
        journey.awaitElement("code");
        assertThat(browser.driver().findElements(By.id("qr-code"))).as("what is there already comes first").isEmpty();
        type(codes[0]);
        browser.await(page -> !page.findElement(By.id("code-problem")).getText().isEmpty());
        assertThat(person.devices(api, "totp")).isEmpty();
    }

    @Test
    void aSecondDeviceIsSetUpOnceTheFirstOneHasBeenShown() {
        Person person = journey.at(SECURITY, "collector");
        journey.follow("default-authenticator-static-setup");
        journey.awaitElement("codes");
        String code = browser.driver().findElement(By.cssSelector("#codes code")).getText();
        browser.submit();
        journey.awaitPage(SECURITY);
        journey.follow("default-authenticator-totp-setup");
        type(code);
        journey.awaitElement("qr-code");
        type(new AuthenticatorApp(browser.driver().findElement(By.cssSelector("a[href^=otpauth]")).getDomAttribute("href")).code(0));

        journey.awaitPage(SECURITY);
        assertThat(person.devices(api, "totp")).hasSize(1);
    }

    @Test
    void aPasskeyAloneLogsIn() {
        journey.examples().apply("flows-login-passwordless", true);
        VirtualAuthenticator key = ((HasVirtualAuthenticator) browser.driver()).addVirtualAuthenticator(new VirtualAuthenticatorOptions()
                .setProtocol(VirtualAuthenticatorOptions.Protocol.CTAP2).setTransport(VirtualAuthenticatorOptions.Transport.INTERNAL)
                .setHasResidentKey(true).setHasUserVerification(true).setIsUserVerified(true).setIsUserConsenting(true));
        Person person = journey.at(SECURITY, "key-owner");
        journey.follow("default-authenticator-webauthn-setup");
        journey.awaitElement("use-key");
        browser.driver().findElement(By.id("use-key")).click();
        journey.awaitPage(SECURITY);
        assertThat(person.devices(api, "webauthn")).hasSize(1);

        journey.beAStranger();
        key.setUserVerified(false);
        browser.open(server.url() + "/");
        journey.follow("default-authentication-passwordless-flow");
        browser.await(page -> !page.findElement(By.id("webauthn-problem")).getText().isEmpty());
        key.setUserVerified(true);
        browser.driver().findElement(By.id("use-key")).click();

        journey.awaitPage("/if/user/");
        assertThat(api.get("/events/events/?action=login&ordering=-created").getJsonArray("results").stream().map(Object::toString)
                .anyMatch(event -> event.contains(person.username()) && event.contains("auth_webauthn_pwl"))).isTrue();
    }
}
