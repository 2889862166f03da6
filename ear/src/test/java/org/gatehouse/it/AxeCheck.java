package org.gatehouse.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.logging.LogType;

/** Looks for what keeps people from using a page, with axe-core of npm, at a desk in light colours and on a phone in dark ones. */
final class AxeCheck {

    private static final String RUN = """
            const done = arguments[arguments.length - 1];
            axe.run(document, {resultTypes: ['violations']}).then(found => done(found.violations
              .filter(one => ['serious', 'critical'].includes(one.impact))
              .map(one => one.id + ' ' + one.nodes.slice(0, 3).map(node => node.target.join(' ') + ' ' + node.html.slice(0, 200)
                + ' ' + (node.any[0] ? node.any[0].message : '')).join(' | '))))
              .catch(broken => done(['axe: ' + broken]));
            """;

    private final ChromiumBrowser browser;
    private final String url;
    private final String script;
    private final String pictures = System.getProperty("gatehouse.screenshots", "");

    AxeCheck(ChromiumBrowser browser, String url) {
        this.browser = browser;
        this.url = url;
        try {
            script = Files.readString(NodeScripts.install().resolve("node_modules/axe-core/axe.min.js"));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** What is serious or critical, by page; pages without such a thing are left out. */
    Map<String, String> problemsOf(Collection<String> pages) {
        Map<String, String> problems = new LinkedHashMap<>();
        for (String page : pages) {
            String found = String.join("\n", problemsOf(page));
            if (!found.isEmpty()) {
                problems.put(page, found);
            }
        }
        return problems;
    }

    private List<String> problemsOf(String page) {
        browser.size(1280, 900);
        browser.open(url + page);
        execute(script);
        List<String> atDesk = run(page, "light");
        browser.size(390, 844);
        List<String> onPhone = run(page, "dark");
        return Stream.of(atDesk.stream(), onPhone.stream(), overflow(), failure(page), log()).flatMap(found -> found).distinct().toList();
    }

    private List<String> run(String page, String theme) {
        picture(page);
        execute("document.documentElement.dataset.theme = arguments[0]", theme);
        Object found = ((JavascriptExecutor) browser.driver()).executeAsyncScript(RUN);
        String where = theme + " " + browser.driver().manage().window().getSize().getWidth() + ": ";
        return ((List<?>) found).stream().map(one -> where + one).collect(Collectors.toList());
    }

    /** A page that cannot be shown is usable by nobody, however well its error page is; addresses of nothing lead to one. */
    private Stream<String> failure(String page) {
        boolean broken = Boolean.TRUE.equals(execute("return document.querySelector('.status-mark') !== null"));
        return broken && !page.contains("nothing") ? Stream.of("is an error page: " + browser.driver().getTitle()) : Stream.empty();
    }

    private Stream<String> overflow() {
        Object wider = execute("return document.documentElement.scrollWidth > window.innerWidth + 1");
        return Boolean.TRUE.equals(wider) ? Stream.of("scrolls sideways on a phone") : Stream.empty();
    }

    /** What the browser itself complains of, such as a violation of the content policy. */
    private Stream<String> log() {
        return browser.driver().manage().logs().get(LogType.BROWSER).getAll().stream().map(entry -> entry.getMessage())
                .filter(message -> message.contains("Content Security Policy") || message.contains("Uncaught"));
    }

    private void picture(String page) {
        if (!pictures.isEmpty()) {
            execute("document.documentElement.dataset.theme = 'light'");
            String name = page.replaceAll("^/if/|\\.xhtml|authentik_|section=|model=", "").replaceAll("key=[^&]*", "")
                    .replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^-|-$", "").replaceAll("^admin-objects-", "list-").replaceAll("^admin-", "");
            try {
                browser.screenshot(Path.of(pictures).resolve(name + "-" + browser.driver().manage().window().getSize().getWidth() + ".png"));
            } catch (IOException full) {
                throw new UncheckedIOException(full);
            }
        }
    }

    private Object execute(String code, Object... arguments) {
        return ((JavascriptExecutor) browser.driver()).executeScript(code, arguments);
    }
}
