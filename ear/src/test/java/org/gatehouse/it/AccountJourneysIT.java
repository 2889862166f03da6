package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.By;

/** What people do with their own account, in Chromium, through the default flows and those that the example blueprints make. */
@ExtendWith(GatehouseServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccountJourneysIT {

    private static final String NEW_PASSWORD = "nine-blue-kettles-whistling";

    private static final String SECURITY = "/if/user/security/";

    @RegisterExtension
    static final Journey journey = new Journey();

    private GatehouseServer server;
    private ApiClient api;
    private ChromiumBrowser browser;
    private MailServer mail;

    @BeforeAll
    void start(GatehouseServer running) {
        server = running;
        api = server.api();
        browser = journey.browser();
        mail = MailServer.ofTheInstallation();
    }

    @AfterAll
    void stop() {
        mail.close();
    }

    /** Asks for a letter on the page for that, and follows the link in it. */
    private String openRecoveryLink(Person person) {
        browser.open(server.url() + "/");
        journey.follow("default-recovery-flow");
        journey.awaitElement("username");
        browser.type("username", person.username());
        browser.submit();
        journey.awaitElement("resend");
        String link = mail.linkTo(person.email());
        browser.open(link);
        browser.submit();
        return link;
    }

    private void chooseNewPassword() {
        journey.awaitElement("prompt-password");
        browser.type("prompt-password", NEW_PASSWORD);
        browser.type("prompt-password_repeat", NEW_PASSWORD);
        browser.submit();
    }

    private boolean logsOf(String action, Person person, String text) {
        return api.get("/events/events/?action=" + action + "&ordering=-created").getJsonArray("results").stream().map(Object::toString)
                .anyMatch(event -> event.contains(person.username()) && event.contains(text));
    }

    @Test
    void whoHasForgottenThePasswordGetsANewOneByEmail() {
        journey.examples().apply("flows-recovery-email", true);
        Person person = Person.create(api, "forgetful");

        String link = openRecoveryLink(person);
        chooseNewPassword();

        journey.awaitPage("/if/user/");
        assertThat(person.canLogIn(server, Person.PASSWORD)).isFalse();
        assertThat(person.canLogIn(server, NEW_PASSWORD)).isTrue();
        assertThat(logsOf("user_write", person, "default-recovery-flow")).isTrue();
        journey.beAStranger();
        browser.open(link);
        browser.submit();
        browser.await(page -> page.findElement(By.tagName("body")).getText().contains("was used already"));
    }

    @Test
    void aMailboxAloneOpensNoAccountThatHasASecondFactor() {
        journey.examples().apply("flows-recovery-email", true);
        Person person = journey.at(SECURITY, "guarded");
        journey.follow("default-authenticator-static-setup");
        journey.awaitElement("codes");
        String code = browser.driver().findElement(By.cssSelector("#codes code")).getText();
        browser.submit();
        journey.awaitPage(SECURITY);
        journey.beAStranger();

        openRecoveryLink(person);
        chooseNewPassword();
        journey.awaitElement("code");
        assertThat(browser.driver().manage().getCookieNamed("gatehouse_session")).as("nobody is logged in yet").isNull();
        browser.type("code", code);
        browser.submit();

        journey.awaitPage("/if/user/");
    }

    @Test
    void theLoginOffersTheBrandsRecovery() {
        journey.examples().apply("flows-recovery-email", true);
        journey.examples().unlinkLogin();
        HttpBrowser stranger = server.browser();
        JsonObject asked = stranger.challenge("default-authentication-flow");
        stranger.answer("default-authentication-flow", TestFlow.identified("somebody"));

        assertThat(asked.getString("recovery_url")).startsWith("/if/flow/default-recovery-flow/");
        assertThat(stranger.challenge("default-authentication-flow").getString("recovery_url")).startsWith("/if/flow/default-recovery-flow/");
    }

    @Test
    void aLinkByEmailLogsIn() throws Exception {
        journey.examples().apply("flows-login-magic-link", false);
        Person person = Person.create(api, "linked");
        browser.open(server.url() + "/if/flow/default-authentication-magic-link-flow/");
        browser.type("username", person.email());
        browser.submit();
        journey.awaitElement("resend");
        assertThat(mail.letterTo(person.email()).getSubject()).isEqualTo("Your link to log in");

        browser.open(mail.linkTo(person.email()));
        browser.submit();

        journey.awaitPage("/if/user/");
        assertThat(logsOf("login", person, "default-authentication-magic-link-flow")).isTrue();
    }

    @Test
    void whoKnowsThePasswordChangesItFromThePortal() {
        Person person = journey.at(SECURITY, "careful");
        journey.follow("default-password-change");
        journey.awaitElement("password");
        browser.type("password", "not the password");
        browser.submit();
        browser.await(page -> !page.findElement(By.id("password-problem")).getText().isEmpty());
        browser.type("password", Person.PASSWORD);
        browser.submit();
        chooseNewPassword();

        journey.awaitPage(SECURITY);
        assertThat(person.canLogIn(server, Person.PASSWORD)).isFalse();
        assertThat(person.canLogIn(server, NEW_PASSWORD)).isTrue();
    }

    @Test
    void peopleChangeTheirNameButNotTheirAddress() {
        Person person = journey.at("/if/user/settings/", "married");
        browser.driver().findElement(By.id("change-details")).click();
        journey.awaitElement("prompt-name");
        browser.type("prompt-email", "somebody-else@example.com");
        browser.submit();
        browser.await(page -> page.findElements(By.cssSelector("[role=alert]")).stream().anyMatch(alert -> !alert.getText().isBlank()));
        assertThat(browser.text()).contains("Not allowed to change email address.");
        browser.type("prompt-email", person.email());
        browser.type("prompt-name", "Robin Meadow");
        browser.submit();

        journey.awaitPage("/if/user/settings/");
        JsonObject account = Person.find(api, person.username()).orElseThrow();
        assertThat(account.getString("name")).isEqualTo("Robin Meadow");
        assertThat(account.getString("email")).isEqualTo(person.email());
    }

    @Test
    void whoHasBeenRobbedLocksTheAccount() {
        Person person = journey.at(SECURITY, "robbed");
        browser.driver().findElement(By.id("lock-account")).click();
        journey.awaitElement("prompt-lockdown_reason");
        browser.type("prompt-lockdown_reason", "My bag was stolen.");
        browser.submit();

        browser.await(page -> page.findElement(By.tagName("body")).getText().contains("Ask an administrator to open it again."));
        assertThat(Person.find(api, person.username()).orElseThrow().getBoolean("is_active")).isFalse();
        assertThat(person.canLogIn(server, Person.PASSWORD)).isFalse();
        assertThat(logsOf("user_write", person, "My bag was stolen.")).isTrue();
    }

    @Test
    void whoLeavesDeletesTheAccountAndIsAskedFirst() {
        journey.examples().apply("flows-unenrollment", true);
        Person person = journey.at(SECURITY, "leaving");
        browser.driver().findElement(By.id("delete-account")).click();
        journey.awaitElement("prompt-unenrollment_sure");
        browser.submit();
        browser.await(page -> !page.findElement(By.id("prompt-unenrollment_sure-problem")).getText().isEmpty());
        assertThat(Person.find(api, person.username())).as("opening the page deletes nothing").isPresent();
        browser.driver().findElement(By.id("prompt-unenrollment_sure")).click();
        browser.submit();

        journey.awaitElement("username");
        assertThat(Person.find(api, person.username())).isEmpty();
    }
}
