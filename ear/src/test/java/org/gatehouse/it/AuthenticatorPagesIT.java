package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;

/** Second factors in Chromium: setting up from the portal, logging in, and getting rid of them. */
@ExtendWith(GatehouseServer.class)
class AuthenticatorPagesIT {

    private static ChromiumBrowser browser;
    private static SecondFactorFlows flows;
    private static String totpSetup;
    private static String staticSetup;

    @BeforeAll
    static void prepare(GatehouseServer server) {
        browser = new ChromiumBrowser();
        flows = new SecondFactorFlows(server.api());
        totpSetup = flows.setup("totp", Json.createObjectBuilder().add("digits", "6").add("friendly_name", "Phone " + flows.suffix()));
        staticSetup = flows.setup("static", Json.createObjectBuilder().add("friendly_name", "Paper " + flows.suffix()));
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void setsUpAndLogsInAndDeletes(GatehouseServer server) {
        JsonObject user = flows.user("ida");
        logIn(server, user);

        AuthenticatorApp app = setUpApp(server);
        String code = setUpPaper(server);
        String login = flows.login(Json.createObjectBuilder());

        logInWithApp(server, login, user, app);
        logInWithPaper(server, login, user, code);
        renameAndDelete(server);
    }

    private static void logIn(GatehouseServer server, JsonObject user) {
        browser.driver().manage().deleteAllCookies();
        browser.open(server.url() + "/");
        browser.login(user.getString("username"), SecondFactorFlows.PASSWORD);
        browser.await(page -> page.getCurrentUrl().equals(server.url() + "/if/user/"));
    }

    private static AuthenticatorApp setUpApp(GatehouseServer server) {
        browser.open(server.url() + "/if/user/security/");
        browser.driver().findElement(By.linkText("Phone " + flows.suffix())).click();
        browser.await(page -> !page.findElements(By.id("qr-code")).isEmpty());
        Long width = (Long) ((org.openqa.selenium.JavascriptExecutor) browser.driver())
                .executeScript("return document.getElementById('qr-code').naturalWidth");
        assertThat(width).as("the picture is shown").isPositive();
        assertThat(browser.driver().findElement(By.id("code")).getDomAttribute("autocomplete")).isEqualTo("one-time-code");
        assertThat(browser.driver().findElement(By.id("code")).getDomAttribute("inputmode")).isEqualTo("numeric");
        String address = browser.driver().findElement(By.cssSelector("a[href^=otpauth]")).getDomAttribute("href");
        AuthenticatorApp app = new AuthenticatorApp(address);

        browser.type("code", "000000");
        browser.submit();
        browser.await(page -> !page.findElement(By.id("code-problem")).getText().isEmpty());
        browser.type("code", app.code(0));
        browser.submit();
        browser.await(page -> page.getCurrentUrl().equals(server.url() + "/if/user/security/"));
        assertThat(browser.text()).contains("Phone " + flows.suffix()).contains("never used");
        return app;
    }

    private static String setUpPaper(GatehouseServer server) {
        browser.driver().findElement(By.linkText("Paper " + flows.suffix())).click();
        browser.await(page -> !page.findElements(By.id("codes")).isEmpty());
        String code = browser.driver().findElements(By.cssSelector("#codes code")).get(0).getText();
        browser.submit();
        browser.await(page -> page.getCurrentUrl().equals(server.url() + "/if/user/security/"));
        assertThat(browser.driver().findElements(By.cssSelector("#devices > li"))).hasSize(2);
        return code;
    }

    private static void upToValidation(GatehouseServer server, String login, JsonObject user) {
        browser.driver().manage().deleteAllCookies();
        browser.open(server.url() + "/if/flow/" + login + "/");
        browser.login(user.getString("username"), SecondFactorFlows.PASSWORD);
        browser.await(page -> !page.findElements(By.id("code")).isEmpty());
    }

    private static void logInWithApp(GatehouseServer server, String login, JsonObject user, AuthenticatorApp app) {
        upToValidation(server, login, user);
        if (browser.driver().findElements(By.cssSelector("#picker button[id^=pick-totp]")).size() > 0) {
            browser.driver().findElement(By.cssSelector("#picker button[id^=pick-totp]")).click();
            browser.await(page -> !page.findElements(By.cssSelector("#picker button[id^=pick-static]")).isEmpty());
        }
        browser.type("code", app.code(1));
        browser.submit();
        browser.await(page -> page.getCurrentUrl().equals(server.url() + "/if/user/"));
    }

    private static void logInWithPaper(GatehouseServer server, String login, JsonObject user, String code) {
        upToValidation(server, login, user);
        browser.driver().findElement(By.cssSelector("#picker button[id^=pick-static]")).click();
        browser.await(page -> !page.findElements(By.cssSelector("#picker button[id^=pick-totp]")).isEmpty());
        browser.type("code", code);
        browser.submit();
        browser.await(page -> page.getCurrentUrl().equals(server.url() + "/if/user/"));
    }

    private static void renameAndDelete(GatehouseServer server) {
        browser.open(server.url() + "/if/user/security/");
        browser.driver().findElement(By.cssSelector("#devices a[href*=rename]")).click();
        browser.await(page -> !page.findElements(By.id("rename")).isEmpty());
        var name = browser.driver().findElement(By.cssSelector("input[name=name]"));
        name.clear();
        name.sendKeys("Kitchen drawer");
        browser.driver().findElement(By.id("rename")).click();
        browser.await(page -> page.getCurrentUrl().endsWith("?done=renamed"));
        assertThat(browser.text()).contains("Kitchen drawer");

        browser.driver().findElement(By.cssSelector("#devices a[href*=delete]")).click();
        browser.await(page -> !page.findElements(By.id("delete")).isEmpty());
        browser.driver().findElement(By.id("delete")).click();
        browser.await(page -> page.getCurrentUrl().endsWith("?done=deleted"));
        assertThat(browser.driver().findElements(By.cssSelector("#devices > li"))).hasSize(1);
    }

    @Test
    void anAdministratorDeletesAUsersDevice(GatehouseServer server) {
        JsonObject user = flows.user("olga");
        logIn(server, user);
        setUpApp(server);

        browser.driver().manage().deleteAllCookies();
        browser.open(server.url() + "/");
        browser.login("akadmin", GatehouseServer.PASSWORD);
        browser.await(page -> page.getCurrentUrl().equals(server.url() + "/if/user/"));
        browser.open(server.url() + "/if/admin/object.xhtml?model=authentik_core.user&key=" + user.getInt("pk"));
        assertThat(browser.driver().findElement(By.id("devicesForm")).getText()).contains("Phone " + flows.suffix());
        browser.driver().findElement(By.cssSelector("#devicesForm input[id$=askDelete]")).click();
        browser.await(page -> !page.findElements(By.cssSelector("#devicesForm input[id$=':delete']")).isEmpty());
        browser.driver().findElement(By.cssSelector("#devicesForm input[id$=':delete']")).click();
        browser.await(page -> page.findElement(By.id("devicesForm")).getText().contains("The device has been deleted."));

        assertThat(server.api().send("GET", "/authenticators/admin/all/?user=" + user.getInt("pk"), "").body()).isEqualTo("[]");
    }
}
