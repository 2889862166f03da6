package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/**
 * One Chromium for the journeys of a test class, which forgets who it was before each of them, and the example blueprints, which are
 * taken back in the end. For a static field with {@code @RegisterExtension} of a class that {@link GatehouseServer} extends.
 */
final class Journey implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {

    private static final int MOST_STEPS = 120;

    private GatehouseServer server;
    private ChromiumBrowser browser;
    private ExampleBlueprints examples;

    @Override
    public void beforeAll(ExtensionContext context) {
        server = GatehouseServer.of(context);
        browser = new ChromiumBrowser();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        beAStranger();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (browser != null) {
            browser.close();
        }
        if (examples != null) {
            examples.close();
        }
    }

    ChromiumBrowser browser() {
        return browser;
    }

    /** The example blueprints, for flows that journeys need. */
    ExampleBlueprints examples() {
        if (examples == null) {
            examples = new ExampleBlueprints(server);
        }
        return examples;
    }

    /** Forgets every cookie of the server. */
    void beAStranger() {
        open("/static/css/gatehouse.css");
        browser.driver().manage().deleteAllCookies();
    }

    void open(String path) {
        browser.open(server.url() + path);
    }

    /** Follows the link of the page to a flow. */
    void follow(String flow) {
        browser.driver().findElement(By.cssSelector("a[href^='/if/flow/" + flow + "/']")).click();
    }

    void awaitElement(String id) {
        browser.await(page -> !page.findElements(By.id(id)).isEmpty());
    }

    void awaitPage(String path) {
        browser.await(page -> page.getCurrentUrl().equals(server.url() + path));
    }

    /** Opens the start page and logs in, as far as the password. */
    void typePassword(Person person) {
        open("/");
        browser.login(person.username(), Person.PASSWORD);
    }

    /** Somebody new who has logged in and looks at a page of the portal. */
    Person at(String path, String name) {
        Person person = Person.create(server.api(), name);
        typePassword(person);
        awaitPage("/if/user/");
        open(path);
        return person;
    }

    /** The element that the keyboard is at. */
    WebElement focused() {
        return browser.driver().switchTo().activeElement();
    }

    /** Sends keys to wherever the keyboard is. */
    void press(CharSequence... keys) {
        focused().sendKeys(keys);
    }

    /** Goes on with the tabulator until the keyboard is at this element. */
    void tabTo(String id) {
        for (int step = 0; step < MOST_STEPS; step++) {
            if (id.equals(focused().getDomAttribute("id"))) {
                return;
            }
            press(Keys.TAB);
        }
        assertThat(focused().getDomAttribute("id")).as("the tabulator leads to it").isEqualTo(id);
    }
}
