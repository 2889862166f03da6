package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** What people do in the portal, in Chromium, with the keyboard alone. */
@ExtendWith(GatehouseServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PortalJourneysIT {

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

    @Test
    void findsAnApplicationWhileTypingMarksItAndOpensIt() {
        String word = "zebra" + Long.toString(System.nanoTime(), 36);
        api.create("/core/applications/", Json.createObjectBuilder().add("name", "Stable " + word).add("slug", word).add("meta_description", "Stripes")
                .add("meta_launch_url", server.url() + "/static/img/gatehouse.svg").build());
        journey.at("/if/user/", "keys");

        journey.tabTo("search");
        journey.press(word.substring(0, 12));
        browser.await(page -> page.findElements(By.cssSelector("[data-card]")).stream().filter(card -> card.isDisplayed()).count() == 1);
        assertThat(browser.driver().findElement(By.id("found-count")).getDomProperty("textContent")).startsWith("1 ");
        journey.tabTo("favourite-" + word);
        journey.press(Keys.SPACE);
        browser.await(page -> "true".equals(page.findElement(By.id("favourite-" + word)).getDomAttribute("aria-pressed")));
        browser.await(page -> ("favourite-" + word).equals(journey.focused().getDomAttribute("id")));
        journey.press(Keys.chord(Keys.SHIFT, Keys.TAB));
        journey.press(Keys.ENTER);
        browser.await(page -> page.getCurrentUrl().contains("/static/img/gatehouse.svg"));
    }

    @Test
    void makesAnAppPasswordAndUsesIt() {
        Person person = journey.at("/if/user/tokens/", "programmer");
        journey.tabTo("description");
        journey.press("Mail on my phone", Keys.ENTER);
        journey.awaitElement("key");
        String key = browser.driver().findElement(By.id("key")).getText();

        assertThat(server.browser().login(person.username(), key).getString("component")).isEqualTo("xak-flow-redirect");
        journey.open("/if/user/tokens/");
        assertThat(browser.text()).contains("Mail on my phone", "App password").doesNotContain(key);
        journey.tabTo("delete-link-0");
        journey.press(Keys.ENTER);
        browser.await(page -> "delete".equals(journey.focused().getDomAttribute("id")));
        journey.press(Keys.ENTER);
        browser.await(page -> page.getCurrentUrl().endsWith("?done=deleted"));
        assertThat(server.browser().login(person.username(), key).getString("component")).isEqualTo("ak-stage-password");
    }

    @Test
    void endsALoginThatIsNotTheirs() {
        Person person = journey.at("/if/user/", "careful");
        HttpBrowser thief = server.browser();
        thief.login(person.username(), Person.PASSWORD);
        assertThat(thief.get("/if/user/").statusCode()).isEqualTo(200);

        journey.open("/if/user/sessions/");
        String button = browser.driver().findElement(By.cssSelector("#sessions button")).getDomAttribute("id");
        journey.tabTo(button);
        journey.press(Keys.ENTER);
        browser.await(page -> page.getCurrentUrl().endsWith("?done=ended"));

        assertThat(thief.get("/if/user/").statusCode()).isEqualTo(302);
        journey.open("/if/user/");
        journey.awaitPage("/if/user/");
    }

    @Test
    void takesBackAConsent() {
        IssuedThings issued = new IssuedThings(server);
        Person person = Person.create(api, "consenting");
        issued.use(person.username(), Person.PASSWORD);
        journey.typePassword(person);
        journey.awaitPage("/if/user/");
        journey.open("/if/user/access/");

        journey.tabTo("revoke-" + issued.slug());
        journey.press(Keys.ENTER);
        browser.await(page -> page.getCurrentUrl().endsWith("?done=revoked"));

        assertThat(api.get("/core/user_consent/?user=" + person.pk()).getJsonArray("results")).isEmpty();
    }

    @Test
    void readsANotificationAndMarksIt() throws SQLException {
        Person person = journey.at("/if/user/", "told");
        PortalForms.tell(server, person, "Your certificate expires soon", "/if/user/security/");
        journey.open("/if/user/");
        assertThat(browser.driver().findElement(By.id("unseen")).getText()).startsWith("1");

        journey.tabTo("notifications-link");
        journey.press(Keys.ENTER);
        journey.awaitElement("seen-0");
        assertThat(browser.text()).contains("Your certificate expires soon");
        journey.tabTo("seen-0");
        journey.press(Keys.ENTER);
        browser.await(page -> page.findElements(By.id("unseen")).isEmpty());
    }
}
