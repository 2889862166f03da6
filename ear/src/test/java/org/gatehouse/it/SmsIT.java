package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;

/** Codes by text message, through a stand-in for a gateway. */
@ExtendWith(GatehouseServer.class)
class SmsIT {

    private static final Pattern CODE = Pattern.compile("(\\d{6})\"}$");
    private static final String COMPONENT = "ak-stage-authenticator-sms";

    private static final String PASSWORD = "a long enough password";

    private static HttpStub gateway;

    @BeforeAll
    static void start() {
        gateway = new HttpStub().on("/send", "application/json", body -> "{}");
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    private static HttpBrowser loggedIn(GatehouseServer server) {
        String name = user(server);
        HttpBrowser browser = server.browser();
        browser.login(name, PASSWORD);
        return browser;
    }

    private static String user(GatehouseServer server) {
        String name = "sms-" + System.nanoTime();
        int pk = server.api().create("/core/users/", Json.createObjectBuilder().add("username", name).add("name", "Alice").build()).getInt("pk");
        server.api().send("POST", "/core/users/" + pk + "/set_password/", "{\"password\":\"" + PASSWORD + "\"}");
        return name;
    }

    private static TestFlow setup(GatehouseServer server, boolean verifyOnly) {
        return new TestFlow(server.api(), "stage_configuration").then("authenticator/sms", Json.createObjectBuilder().add("provider", "generic")
                .add("from_number", "+491").add("account_sid", gateway.url("/send")).add("auth", "hidden").add("auth_type", "bearer")
                .add("verify_only", verifyOnly));
    }

    private static JsonObject answer(HttpBrowser browser, TestFlow flow, String field, String value) {
        return browser.answer(flow.slug(), Json.createObjectBuilder().add("component", COMPONENT).add(field, value).build());
    }

    private static String lastCode() {
        Matcher code = CODE.matcher(gateway.received().get(gateway.received().size() - 1));
        assertThat(code.find()).isTrue();
        return code.group(1);
    }

    @Test
    void aNumberIsSetUpByTheCodeThatWentThere(GatehouseServer server) {
        HttpBrowser browser = loggedIn(server);
        TestFlow flow = setup(server, false);
        String number = "+4930" + System.nanoTime() % 100_000_000;

        assertThat(browser.challenge(flow.slug()).getBoolean("phone_number_required")).isTrue();
        assertThat(answer(browser, flow, "phone_number", "no number").getJsonObject("response_errors")).containsKey("phone_number");
        assertThat(answer(browser, flow, "phone_number", number).getBoolean("phone_number_required")).isFalse();
        assertThat(answer(browser, flow, "code", "abc").getJsonObject("response_errors")).containsKey("code");
        answer(browser, flow, "code", lastCode());

        assertThat(browser.get("/api/v3/authenticators/sms/").body()).contains(number);
        assertThat(browser.get("/api/v3/authenticators/all/").body()).contains("smsdevice");
    }

    @Test
    void ofANumberThatIsOnlyVerifiedNothingIsKept(GatehouseServer server) {
        HttpBrowser browser = loggedIn(server);
        TestFlow flow = setup(server, true);
        String number = "+4930" + System.nanoTime() % 100_000_000;
        browser.challenge(flow.slug());
        answer(browser, flow, "phone_number", number);
        answer(browser, flow, "code", lastCode());

        assertThat(browser.get("/api/v3/authenticators/sms/").body()).contains("hash:").doesNotContain(number.substring(1));
    }

    @Test
    void aPersonSetsUpANumberInTheBrowser(GatehouseServer server) {
        TestFlow flow = setup(server, false);
        try (ChromiumBrowser browser = new ChromiumBrowser()) {
            browser.open(server.url() + "/");
            browser.login(user(server), PASSWORD);
            browser.await(page -> page.getCurrentUrl().equals(server.url() + "/if/user/"));
            browser.open(server.url() + "/if/flow/" + flow.slug() + "/");

            browser.type("phone-number", "030 1");
            browser.submit();
            browser.await(page -> page.findElement(By.id("phone-number-problem")).getText().contains("country code"));
            browser.type("phone-number", "+4930" + System.nanoTime() % 100_000_000);
            browser.submit();
            browser.await(page -> !page.findElements(By.id("code")).isEmpty());
            browser.driver().findElement(By.id("resend")).click();
            browser.await(page -> page.findElement(By.id("code-problem")).getText().contains("wait"));
            browser.type("code", lastCode());
            browser.submit();

            browser.await(page -> page.getCurrentUrl().equals(server.url() + "/if/user/"));
        }
    }

    @Test
    void nobodySetsUpANumberWithoutLogin(GatehouseServer server) {
        TestFlow flow = setup(server, false);

        assertThat(server.browser().challenge(flow.slug()).getString("component")).isEqualTo("ak-stage-access-denied");
    }
}
