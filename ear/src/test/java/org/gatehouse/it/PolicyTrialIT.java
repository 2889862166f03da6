package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.ExpectedConditions;

/** An administrator tries a policy out in the console. */
@ExtendWith(GatehouseServer.class)
class PolicyTrialIT {

    @Test
    void saysWhatThePolicyWouldSay(GatehouseServer server) throws IOException {
        String policy = server.api().create("/policies/password/", Json.createObjectBuilder().add("name", "tried " + System.nanoTime())
                .add("length_min", 12).build()).getString("pk");
        try (ChromiumBrowser browser = new ChromiumBrowser()) {
            browser.open(server.url() + "/");
            browser.await(page -> !page.findElements(By.id("username")).isEmpty());
            browser.login("akadmin", GatehouseServer.PASSWORD);
            browser.await(page -> page.getCurrentUrl().equals(server.url() + "/if/user/"));
            browser.open(server.url() + "/if/admin/object.xhtml?model=authentik_policies_password.passwordpolicy&key=" + policy);

            assertThat(ask(browser, "akadmin", "{\"prompt_data\": {\"password\": \"short\"}}")).contains("does not pass", "at least 12 characters");
            assertThat(ask(browser, "akadmin", "{\"prompt_data\": {\"password\": \"quite long enough\"}}")).contains("The policy passes");
            assertThat(ask(browser, "nobody at all", "{}")).contains("There is no such user");
            assertThat(ask(browser, "akadmin", "not json")).contains("Expected a JSON object");
            browser.screenshot(Path.of("target/screenshots/policy-trial.png"));
        }
    }

    private static String ask(ChromiumBrowser browser, String user, String context) {
        var before = browser.driver().findElement(By.tagName("html"));
        browser.type("trial-user", user);
        browser.type("trial-context", context);
        browser.driver().findElement(By.id("tryPolicy")).click();
        browser.await(ExpectedConditions.stalenessOf(before));
        browser.await(page -> !page.findElements(By.cssSelector("#trialForm .notice")).isEmpty());
        return browser.driver().findElement(By.id("trialForm")).getText();
    }
}
