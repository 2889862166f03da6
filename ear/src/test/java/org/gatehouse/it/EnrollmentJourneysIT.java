package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.By;

/** How people come by an account, in Chromium, through flows that the example blueprints make. */
@ExtendWith(GatehouseServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EnrollmentJourneysIT {

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

    private static String fresh(String name) {
        return name + "-" + Long.toString(System.nanoTime(), 36);
    }

    private void fillIn(String... idsAndTexts) {
        browser.await(page -> !page.findElements(By.id("prompt-" + idsAndTexts[0])).isEmpty());
        for (int i = 0; i < idsAndTexts.length; i += 2) {
            browser.type("prompt-" + idsAndTexts[i], idsAndTexts[i + 1]);
        }
        browser.submit();
    }

    private JsonObject account(String username) {
        return Person.find(api, username).orElseThrow();
    }

    /** What applications learn of the address; the API itself does not show it. */
    private boolean isVerified(String username) {
        String mapping = api.get("/propertymappings/provider/scope/?managed=goauthentik.io/providers/oauth2/scope-email").getJsonArray("results").getJsonObject(0).getString("pk");
        String body = Json.createObjectBuilder().add("user", account(username).getInt("pk")).build().toString();
        return api.send("POST", "/propertymappings/all/" + mapping + "/test/", body).body().replaceAll("[\\\\\\s]", "").contains("\"email_verified\":true");
    }

    @Test
    void anybodySignsUpAndConfirmsTheAddress() throws Exception {
        journey.examples().apply("flows-enrollment-email-verification", true);
        String name = fresh("newcomer");
        browser.open(server.url() + "/");
        journey.follow("default-enrollment-email-flow");
        fillIn("username", name, "password", Person.PASSWORD, "password_repeat", Person.PASSWORD);
        fillIn("name", "New Comer", "email", Person.addressOf(name));
        browser.await(page -> !page.findElements(By.id("resend")).isEmpty());
        assertThat(account(name).getBoolean("is_active")).isFalse();
        assertThat(isVerified(name)).isFalse();

        assertThat(mail.letterTo(Person.addressOf(name)).getSubject()).isEqualTo("Confirm your address");
        browser.open(mail.linkTo(Person.addressOf(name)));
        browser.submit();

        journey.awaitPage("/if/user/");
        assertThat(account(name).getBoolean("is_active")).isTrue();
        assertThat(account(name).getString("name")).isEqualTo("New Comer");
        assertThat(isVerified(name)).isTrue();
        assertThat(server.browser().login(name, Person.PASSWORD).getString("component")).isEqualTo("xak-flow-redirect");
        assertThat(api.get("/events/events/?action=user_write&ordering=-created").toString()).contains(name).doesNotContain(Person.PASSWORD);
    }

    @Test
    void anybodySignsUpInTwoSteps() {
        journey.examples().apply("flows-enrollment-2-stage", true);
        String name = fresh("quick");
        browser.open(server.url() + "/");
        journey.follow("default-enrollment-flow");
        fillIn("username", name, "password", "short", "password_repeat", "short");
        browser.await(page -> page.findElement(By.tagName("body")).getText().contains("at least 8 characters"));
        fillIn("username", name, "password", Person.PASSWORD, "password_repeat", Person.PASSWORD);
        browser.await(page -> page.findElements(By.id("prompt-username")).isEmpty());
        fillIn("name", "Quick Comer", "email", Person.addressOf(name));

        journey.awaitPage("/if/user/");
        assertThat(account(name).getBoolean("is_active")).isTrue();
        assertThat(isVerified(name)).isFalse();
    }

    private String invitation(String flow, JsonObject fixed) {
        return api.create("/stages/invitation/invitations/", Json.createObjectBuilder().add("name", fresh("guest")).add("single_use", true)
                .add("flow", api.flowId(flow)).add("fixed_data", fixed).build()).getString("pk");
    }

    @Test
    void whoIsInvitedSignsUpOnce() {
        journey.examples().apply("flows-enrollment-invitation", false);
        String name = fresh("guest");
        String invitation = invitation("default-enrollment-invitation-flow", Json.createObjectBuilder().add("email", Person.addressOf(name))
                .add("attributes.team", "blue").build());
        String page = server.url() + "/if/flow/default-enrollment-invitation-flow/";

        browser.open(page);
        assertThat(browser.text()).contains("You need an invitation");
        browser.open(page + "?itoken=" + invitation);
        fillIn("username", name, "password", Person.PASSWORD, "password_repeat", Person.PASSWORD);
        browser.await(shown -> !shown.findElements(By.id("prompt-email")).isEmpty());
        assertThat(browser.driver().findElement(By.id("prompt-email")).getText()).as("said beforehand").isEqualTo(Person.addressOf(name));
        fillIn("name", "Invited Guest");

        journey.awaitPage("/if/user/");
        JsonObject guest = account(name);
        assertThat(guest.getBoolean("is_active")).isTrue();
        assertThat(guest.getString("email")).isEqualTo(Person.addressOf(name));
        assertThat(guest.getJsonObject("attributes").getString("team")).isEqualTo("blue");
        assertThat(api.get("/events/events/?action=invitation_used&ordering=-created").toString()).contains(invitation);
        journey.beAStranger();
        browser.open(page + "?itoken=" + invitation);
        assertThat(browser.text()).contains("has been used");
    }

    @Test
    void whoIsKnownBeforehandOnlyChoosesAPassword() {
        journey.examples().apply("flows-enrollment-invitation-minimal", false);
        String name = fresh("expected");
        String invitation = invitation("default-enrollment-invitation-minimal-flow", Json.createObjectBuilder().add("username", name)
                .add("name", "Expected Guest").add("email", Person.addressOf(name)).build());

        browser.open(server.url() + "/if/flow/default-enrollment-invitation-minimal-flow/?itoken=" + invitation);
        fillIn("password", Person.PASSWORD, "password_repeat", Person.PASSWORD);

        journey.awaitPage("/if/user/");
        assertThat(account(name).getString("email")).isEqualTo(Person.addressOf(name));
        assertThat(server.browser().login(name, Person.PASSWORD).getString("component")).isEqualTo("xak-flow-redirect");
    }
}
