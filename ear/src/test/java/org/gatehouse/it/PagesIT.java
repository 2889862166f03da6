package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** Portal and console in Chromium. */
@ExtendWith(GatehouseServer.class)
class PagesIT {

    private static ChromiumBrowser browser;

    @BeforeAll
    static void logIn(GatehouseServer server) {
        browser = new ChromiumBrowser();
        browser.open(server.url() + "/");
        browser.login("akadmin", GatehouseServer.PASSWORD);
        browser.await(page -> page.getCurrentUrl().equals(server.url() + "/if/user/"));
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void thePortalShowsWhatThePoliciesAllowAndNothingElse(GatehouseServer server) {
        ApiClient api = server.api();
        String open = application(api, "Open to all");
        String closed = application(api, "Closed to all");
        String policy = api.create("/policies/expression/", Json.createObjectBuilder().add("name", "closed " + System.nanoTime())
                .add("expression", "false").build()).getString("pk");
        api.create("/policies/bindings/", Json.createObjectBuilder().add("target", closed).add("policy", policy).add("order", 0).build());

        browser.open(server.url() + "/if/user/");

        assertThat(open).isNotBlank();
        assertThat(browser.text()).contains("Open to all").doesNotContain("Closed to all");
    }

    @Test
    void aUserEndsAnotherOfTheirSessions(GatehouseServer server) {
        HttpBrowser other = server.browser();
        other.login("akadmin", GatehouseServer.PASSWORD);
        int before = other.get("/api/v3/core/users/me/").statusCode();

        browser.open(server.url() + "/if/user/sessions/");
        while (other.get("/api/v3/core/users/me/").statusCode() == 200) {
            List<WebElement> buttons = browser.driver().findElements(By.cssSelector("main form button[type=submit]"));
            assertThat(buttons).as("sessions that can be ended").isNotEmpty();
            buttons.get(0).click();
            browser.await(page -> page.getCurrentUrl().startsWith(server.url() + "/if/user/sessions/"));
        }

        assertThat(before).isEqualTo(200);
        browser.open(server.url() + "/if/user/");
        assertThat(browser.driver().getCurrentUrl()).as("the own session stays").isEqualTo(server.url() + "/if/user/");
    }

    @Test
    void anAdministratorCreatesAGroupWithTheKeyboard(GatehouseServer server) {
        String name = "Group " + System.nanoTime();
        browser.open(server.url() + "/if/admin/objects.xhtml?section=groups");
        browser.driver().findElement(By.linkText("Create")).sendKeys(Keys.ENTER);
        browser.await(page -> !page.findElements(By.id("field-name")).isEmpty());

        browser.driver().findElement(By.id("save")).sendKeys(Keys.ENTER);
        browser.await(page -> !page.findElement(By.id("field-name-problem")).getText().isEmpty());
        browser.driver().findElement(By.id("field-name")).sendKeys(name, Keys.ENTER);

        browser.await(page -> page.findElements(By.id("field-name-problem")).stream().allMatch(problem -> problem.getText().isEmpty()));
        assertThat(server.api().get("/core/groups/?name=" + HttpBrowser.encode(name)).getJsonObject("pagination").getInt("count")).isEqualTo(1);
        browser.open(server.url() + "/if/admin/objects.xhtml?section=groups");
        browser.driver().findElement(By.id("search")).sendKeys(name, Keys.ENTER);
        browser.await(page -> page.findElements(By.cssSelector("#rows_data tr")).size() == 1);
        assertThat(browser.text()).contains(name);
    }

    @Test
    void theConsoleIsClosedToOthers(GatehouseServer server) {
        HttpBrowser stranger = server.browser();
        assertThat(stranger.get("/if/admin/").headers().firstValue("location").orElse("")).contains("default-authentication-flow");
        String name = "ordinary-" + System.nanoTime();
        int pk = server.api().create("/core/users/", Json.createObjectBuilder().add("username", name).add("name", "Olga").build()).getInt("pk");
        server.api().send("POST", "/core/users/" + pk + "/set_password/", "{\"password\":\"a long enough password\"}");
        stranger.login(name, "a long enough password");

        assertThat(stranger.get("/if/admin/").statusCode()).isEqualTo(403);
        assertThat(stranger.get("/if/admin/objects.xhtml?section=users").statusCode()).isEqualTo(403);
    }

    private static String application(ApiClient api, String name) {
        return api.create("/core/applications/", Json.createObjectBuilder().add("name", name).add("slug", "app-" + System.nanoTime())
                .add("meta_launch_url", "https://app.example.com/").build()).getString("pk");
    }
}
