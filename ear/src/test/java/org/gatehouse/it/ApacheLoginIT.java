package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;

/** Apache with mod_auth_openidc lets a person in after they have logged in to Gatehouse with Chromium, and logs them out again. */
@ExtendWith(GatehouseServer.class)
class ApacheLoginIT {

    private static final int PORT = 18980;

    @Test
    void logsInToAnApacheAndOutAgain(GatehouseServer server) throws Exception {
        Path directory = Path.of(System.getProperty("gatehouse.test.directory")).resolve("apache");
        String rp = "http://localhost:" + PORT;
        server.api().oauthApplication("apache", "the-secret-of-apache",
                List.of(rp + "/protected/callback", "logout:" + rp + "/"), "default-provider-authorization-explicit-consent");
        try (ApacheRelyingParty apache = new ApacheRelyingParty(directory, PORT)
                     .start(server.url() + "/application/o/apache/", "apache", "the-secret-of-apache");
                ChromiumBrowser browser = new ChromiumBrowser()) {
            browser.open(apache.url() + "/protected/");
            assertThat(browser.driver().getCurrentUrl()).startsWith(server.url() + "/if/flow/default-authentication-flow/");
            browser.login("akadmin", GatehouseServer.PASSWORD);

            browser.await(page -> page.getCurrentUrl().contains("explicit-consent"));
            assertThat(browser.text()).contains("Application apache");
            browser.submit();

            browser.await(page -> page.getCurrentUrl().equals(apache.url() + "/protected/"));
            assertThat(browser.text()).contains("The protected page");

            browser.open(apache.url() + "/protected/callback?logout=" + HttpBrowser.encode(apache.url() + "/"));
            browser.await(page -> page.getCurrentUrl().equals(apache.url() + "/"));
            assertThat(browser.text()).contains("The public page");

            browser.open(server.url() + "/if/flow/default-invalidation-flow/");
            browser.open(apache.url() + "/protected/");
            browser.await(page -> !page.findElements(By.id("username")).isEmpty());
        }
    }
}
