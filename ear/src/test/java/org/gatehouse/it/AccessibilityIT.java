package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;

/**
 * axe-core on the pages of console, portal and flows, wide and narrow, light and dark. The pages are those that the menus lead to, so
 * that a new one is looked at as well. With {@code -Dgatehouse.screenshots=docs/screenshots} pictures of them are stored there.
 */
@ExtendWith(GatehouseServer.class)
class AccessibilityIT {

    private static final String ADMIN = "/if/admin/";

    private static ChromiumBrowser browser;
    private static AxeCheck axe;

    @BeforeAll
    static void logIn(GatehouseServer server) {
        SampleObjects.create(server.api());
        browser = new ChromiumBrowser();
        axe = new AxeCheck(browser, server.url());
        browser.open(server.url() + ADMIN);
        browser.login("akadmin", GatehouseServer.PASSWORD);
        browser.await(page -> page.getCurrentUrl().startsWith(server.url() + ADMIN));
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void everyPageOfTheConsoleCanBeUsedByEverybody(GatehouseServer server) throws IOException {
        Set<String> pages = new LinkedHashSet<>(List.of(ADMIN));
        pages.addAll(commands(server));
        List<String> lists = pages.stream().filter(page -> page.contains("objects.xhtml")).toList();
        for (String list : lists) {
            pages.addAll(fromList(server, list));
        }

        Map<String, String> problems = axe.problemsOf(pages);

        assertThat(problems).isEmpty();
        assertThat(pages.stream().map(page -> page.replaceAll("[?#].*", "")).map(page -> page.equals(ADMIN) ? "/if/admin/index.xhtml" : page))
                .as("every page file was looked at").containsAll(files());
    }

    @Test
    void everyPageOfThePortalCanBeUsedByEverybody(GatehouseServer server) {
        browser.open(server.url() + "/if/user/");
        Set<String> pages = new LinkedHashSet<>(List.of("/if/user/"));
        pages.addAll(links(server, "header a[href^='/if/user/']", "href"));
        browser.open(server.url() + "/if/user/settings/");
        pages.addAll(links(server, ".own-nav a", "href"));
        pages.add("/if/nothing-here/");
        pages.add("/if/admin/objects.xhtml?section=nothing");

        assertThat(axe.problemsOf(pages)).isEmpty();
    }

    @Test
    void everyFirstPageOfAFlowCanBeUsedByEverybody(GatehouseServer server) {
        List<String> flows = server.api().get("/flows/instances/?page_size=100").getJsonArray("results").getValuesAs(JsonObject.class).stream()
                .map(flow -> "/if/flow/" + flow.getString("slug") + "/").toList();
        List<String> harmless = flows.stream().filter(page -> !page.matches(".*(invalidation|logout|lockdown|unenrollment).*")).toList();

        assertThat(axe.problemsOf(harmless)).isEmpty();
        try (ChromiumBrowser stranger = new ChromiumBrowser()) {
            assertThat(new AxeCheck(stranger, server.url()).problemsOf(flows)).isEmpty();
        }
    }

    /** Where the command box leads: every list, every page, every form of a new object. */
    private static List<String> commands(GatehouseServer server) {
        browser.open(server.url() + ADMIN);
        return links(server, "#commands-list li", "data-href");
    }

    /** From a list: the types to choose from with their forms, and the first object with its tabs. */
    private static List<String> fromList(GatehouseServer server, String list) {
        List<String> pages = new ArrayList<>();
        browser.open(server.url() + list);
        links(server, "#create[href*='types.xhtml']", "href").forEach(types -> {
            pages.add(types);
            browser.open(server.url() + types);
            pages.addAll(links(server, "main .applications a", "href"));
            browser.open(server.url() + list);
        });
        List<String> first = links(server, "#rows_data tr:first-child td:not(.pick) a", "href");
        // A code runs out within the minutes that this walk takes.
        first.stream().filter(object -> !object.contains(".authorizationcode&")).limit(1).forEach(object -> {
            pages.add(object);
            browser.open(server.url() + object);
            pages.addAll(links(server, ".tabs a", "href"));
        });
        return pages;
    }

    private static List<String> links(GatehouseServer server, String selector, String attribute) {
        return browser.driver().findElements(By.cssSelector(selector)).stream().map(link -> link.getDomAttribute(attribute))
                .map(href -> href.startsWith(server.url()) ? href.substring(server.url().length()) : href).distinct().toList();
    }

    private static Set<String> files() throws IOException {
        Path folder = Path.of(System.getProperty("gatehouse.test.scripts")).resolve("../../../../web/src/main/webapp/if/admin").normalize();
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> "/if/admin/" + file.getFileName()).filter(name -> name.endsWith(".xhtml")).collect(Collectors.toSet());
        }
    }

    /** One of each kind that a new installation has none of. */
    private static final class SampleObjects {

        static void create(ApiClient api) {
            long now = System.nanoTime();
            String flow = api.flowId("default-provider-authorization-implicit-consent");
            String application = api.create("/core/applications/", Json.createObjectBuilder().add("name", "Handbook").add("slug", "handbook-" + now)
                    .add("meta_launch_url", "https://handbook.example.com/").build()).getString("pk");
            String policy = api.create("/policies/expression/", Json.createObjectBuilder().add("name", "Office hours " + now)
                    .add("expression", "true").build()).getString("pk");
            api.create("/policies/bindings/", Json.createObjectBuilder().add("target", application).add("policy", policy).add("order", 0).build());
            api.create("/core/groups/", Json.createObjectBuilder().add("name", "Readers " + now).build());
            api.create("/core/tokens/", Json.createObjectBuilder().add("identifier", "sample-" + now).add("intent", "api").build());
            api.create("/stages/invitation/invitations/", Json.createObjectBuilder().add("name", "guest-" + now).add("flow", flow).build());
        }
    }
}
