package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;

/** Links and codes by e-mail, through a real mail server. */
@ExtendWith(GatehouseServer.class)
class MailStagesIT {

    private static final String LINK = "(http://\\S+flow_token=[A-Za-z0-9_-]+)";
    private static final String CODE = "(?m)^(\\d{6})\\s*$";
    private static final String PASSWORD = "a long enough password";

    private static MailServer mail;

    @BeforeAll
    static void start() {
        mail = new MailServer();
    }

    @AfterAll
    static void stop() {
        mail.close();
    }

    private static String user(ApiClient api, boolean active) {
        String name = "mail-" + System.nanoTime();
        int pk = api.create("/core/users/", Json.createObjectBuilder().add("username", name).add("name", "Alice").add("is_active", active)
                .add("email", name + "@example.com").build()).getInt("pk");
        api.send("POST", "/core/users/" + pk + "/set_password/", "{\"password\":\"" + PASSWORD + "\"}");
        return name;
    }

    private static TestFlow linkFlow(ApiClient api, String designation) {
        TestFlow flow = new TestFlow(api, designation).identification();
        return flow.then("email", mail.settings("email/password_reset.html").add("activate_user_on_success", true)).login();
    }

    private static int lettersTo(String name) {
        return (int) Arrays.stream(mail.letters()).filter(letter -> isTo(letter, name)).count();
    }

    private static boolean isTo(MimeMessage letter, String name) {
        try {
            return letter.getAllRecipients()[0].toString().startsWith(name + "@");
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    /** Opens a link as a program does. */
    private static JsonObject follow(HttpBrowser browser, TestFlow flow, String link) {
        String query = HttpBrowser.encode(link.substring(link.indexOf('?') + 1));
        return HttpBrowser.json(browser.get("/api/v3/flows/executor/" + flow.slug() + "/?query=" + query));
    }

    @Test
    void aLinkActivatesTheAccountAndLogsInOnce(GatehouseServer server) throws MessagingException {
        String name = user(server.api(), false);
        TestFlow flow = linkFlow(server.api(), "enrollment");
        HttpBrowser browser = server.browser();
        int before = mail.letters().length;
        browser.challenge(flow.slug());

        assertThat(browser.answer(flow.slug(), TestFlow.identified(name)).getString("component")).isEqualTo("ak-stage-email");
        String link = mail.read(before + 1, LINK);
        HttpBrowser other = server.browser();

        assertThat(link).startsWith(server.url() + "/if/flow/" + flow.slug() + "/");
        assertThat(follow(other, flow, link).getString("component")).isEqualTo("xak-flow-redirect");
        assertThat(other.get("/api/v3/core/users/me/").body()).contains(name);
        assertThat(follow(server.browser(), flow, link).getString("component")).isEqualTo("ak-stage-access-denied");
        assertThat(browser.get("/api/v3/core/users/me/").statusCode()).isEqualTo(403);
    }

    @Test
    void aPersonFollowsTheLinkInTheBrowser(GatehouseServer server) throws MessagingException {
        String name = user(server.api(), true);
        TestFlow flow = linkFlow(server.api(), "recovery");
        int before = mail.letters().length;
        try (ChromiumBrowser browser = new ChromiumBrowser()) {
            browser.open(server.url() + "/if/flow/" + flow.slug() + "/");
            browser.type("username", name);
            browser.submit();
            browser.await(page -> !page.findElements(By.id("resend")).isEmpty());
            browser.driver().findElement(By.id("resend")).click();
            browser.await(page -> !page.findElements(By.cssSelector("[role=alert] p")).isEmpty());
            assertThat(browser.text()).contains("wait");

            browser.open(mail.read(before + 1, LINK));
            browser.submit();

            browser.await(page -> page.getCurrentUrl().equals(server.url() + "/if/user/"));
        }
    }

    @Test
    void anUnknownNameSeesTheSameAndNothingIsSent(GatehouseServer server) {
        TestFlow flow = linkFlow(server.api(), "recovery");
        String name = user(server.api(), true);
        HttpBrowser known = server.browser();
        HttpBrowser unknown = server.browser();
        known.challenge(flow.slug());
        unknown.challenge(flow.slug());

        JsonObject first = known.answer(flow.slug(), TestFlow.identified(name));
        JsonObject second = unknown.answer(flow.slug(), TestFlow.identified("nobody-" + name));

        assertThat(second.keySet()).isEqualTo(first.keySet());
        assertThat(second.getString("component")).isEqualTo("ak-stage-email");
        assertThat(lettersTo("nobody-" + name)).isZero();
    }

    @Test
    void aCodeByEmailIsSetUpAndThenAskedForAtLogin(GatehouseServer server) throws MessagingException {
        ApiClient api = server.api();
        String name = user(api, true);
        TestFlow setup = new TestFlow(api, "stage_configuration");
        setup.then("authenticator/email", mail.settings("email/email_otp.html"));
        HttpBrowser browser = server.browser();
        browser.login(name, PASSWORD);
        int before = mail.letters().length;
        assertThat(browser.challenge(setup.slug()).getString("component")).isEqualTo("ak-stage-authenticator-email");
        assertThat(browser.answer(setup.slug(), code("ak-stage-authenticator-email", "000000x")).getJsonObject("response_errors")).containsKey("code");
        String first = mail.read(before + 1, CODE);
        browser.answer(setup.slug(), code("ak-stage-authenticator-email", first));
        assertThat(browser.get("/api/v3/authenticators/email/").body()).contains(name + "@example.com");

        TestFlow login = new TestFlow(api, "authentication").identification()
                .then("authenticator/validate", Json.createObjectBuilder().add("device_classes", Json.createArrayBuilder().add("email"))
                        .add("not_configured_action", "deny")).login();
        HttpBrowser second = server.browser();
        second.challenge(login.slug());
        JsonObject offered = second.answer(login.slug(), TestFlow.identified(name)).getJsonArray("device_challenges").getJsonObject(0);
        assertThat(offered.toString()).doesNotContain(name + "@");
        pick(second, login, offered);
        // The code of the set-up was sent a moment ago; the next one has to wait a few seconds.
        for (int i = 0; i < 15 && !mail.arrives(before + 2); i++) {
            pick(second, login, offered);
        }
        assertThat(second.answer(login.slug(), code("ak-stage-authenticator-validate", first)).getString("component"))
                .as("the code of the set-up is used up").isEqualTo("ak-stage-authenticator-validate");
        assertThat(second.get("/api/v3/core/users/me/").statusCode()).isEqualTo(403);
        JsonObject done = second.answer(login.slug(), code("ak-stage-authenticator-validate", mail.read(before + 2, CODE)));
        for (int i = 0; i < 15 && done.getString("component").equals("ak-stage-authenticator-validate") && !mail.arrives(before + 99); i++) {
            // After a wrong code the next one has to wait.
            done = second.answer(login.slug(), code("ak-stage-authenticator-validate", mail.read(before + 2, CODE)));
        }
        assertThat(second.get("/api/v3/core/users/me/").body()).contains(name);
    }

    private static void pick(HttpBrowser browser, TestFlow login, JsonObject offered) {
        JsonObject again = browser.answer(login.slug(), Json.createObjectBuilder().add("component", "ak-stage-authenticator-validate")
                .add("selected_challenge", offered).build());
        assertThat(again.getString("component")).isEqualTo("ak-stage-authenticator-validate");
    }

    @Test
    void aPersonSetsUpCodesByEmailInTheBrowser(GatehouseServer server) throws MessagingException {
        String name = user(server.api(), true);
        TestFlow setup = new TestFlow(server.api(), "stage_configuration").then("authenticator/email", mail.settings("email/email_otp.html"));
        int before = mail.letters().length;
        try (ChromiumBrowser browser = new ChromiumBrowser()) {
            browser.open(server.url() + "/");
            browser.login(name, PASSWORD);
            browser.await(page -> page.getCurrentUrl().equals(server.url() + "/if/user/"));
            browser.open(server.url() + "/if/flow/" + setup.slug() + "/");
            assertThat(browser.text()).contains("m***@e***.com");

            browser.type("code", mail.read(before + 1, CODE));
            browser.submit();

            browser.await(page -> page.getCurrentUrl().equals(server.url() + "/if/user/"));
        }
    }

    @Test
    void templatesAreListedForAdministratorsOnly(GatehouseServer server) {
        assertThat(server.api().send("GET", "/stages/email/templates/", "").body()).contains("email/password_reset.html", "Password reset");
        assertThat(server.browser().get("/api/v3/stages/email/templates/").statusCode()).isEqualTo(403);
    }

    private static JsonObject code(String component, String code) {
        return Json.createObjectBuilder().add("component", component).add("code", code).build();
    }
}
