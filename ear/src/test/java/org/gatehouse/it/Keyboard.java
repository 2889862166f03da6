package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

/** A person who has no mouse: Tab, Enter, Space, arrows, and typing. Nothing is reached that the focus does not reach. */
final class Keyboard {

    private static final int MOST_STEPS = 400;

    private final ChromiumBrowser browser;

    Keyboard(ChromiumBrowser browser) {
        this.browser = browser;
    }

    /** Goes on with Tab until the focus is on what the selector names. */
    void tabTo(String selector) {
        for (int step = 0; step < MOST_STEPS; step++) {
            if (isOn(selector)) {
                return;
            }
            press(Keys.TAB);
        }
        assertThat(isOn(selector)).as("Tab leads to " + selector + " on " + browser.driver().getCurrentUrl() + "; it is on "
                + browser.driver().switchTo().activeElement().getDomProperty("outerHTML")).isTrue();
    }

    private boolean isOn(String selector) {
        return (Boolean) ((JavascriptExecutor) browser.driver()).executeScript("return document.activeElement.matches(arguments[0])", selector);
    }

    void press(CharSequence... keys) {
        new Actions(browser.driver()).sendKeys(keys).perform();
    }

    /** Goes to a field and types. */
    void type(String selector, String text) {
        tabTo(selector);
        press(text);
    }

    /** Goes to a select and chooses the option that begins with the text, as browsers do while one types. */
    void choose(String selector, String option) {
        tabTo(selector);
        press(option);
        WebElement select = browser.driver().switchTo().activeElement();
        assertThat(select.findElement(org.openqa.selenium.By.cssSelector("option:checked")).getText()).startsWith(option);
    }

    /** Goes to a button or link and presses Enter. */
    void enter(String selector) {
        tabTo(selector);
        press(Keys.ENTER);
    }

    /** Opens the command box, types, and goes where its first entry with that text leads. */
    void go(String command) {
        new Actions(browser.driver()).keyDown(Keys.CONTROL).sendKeys("k").keyUp(Keys.CONTROL).perform();
        browser.await(page -> isOn("#commands-input"));
        press(command);
        browser.await(page -> page.findElements(org.openqa.selenium.By.cssSelector("#commands-list [aria-selected=true]")).stream()
                .anyMatch(entry -> entry.getText().toLowerCase(java.util.Locale.ROOT).contains(command.toLowerCase(java.util.Locale.ROOT))));
        String before = browser.driver().getCurrentUrl();
        press(Keys.ENTER);
        browser.await(page -> !page.getCurrentUrl().equals(before));
    }
}
