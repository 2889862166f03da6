package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What people do to pages: two tabs, the back button, an impatient second click, "not you?". */
@ExtendWith(GatehouseServer.class)
class FlowTabsIT {

    private static final String PAGE = "/if/flow/default-authentication-flow/";

    @Test
    void twoTabsLogInSideBySideAndEachArrivesWhereItWasGoing(GatehouseServer server) {
        HttpBrowser browser = server.browser();
        Tab one = new Tab(browser, "/if/user/?tab=one");
        Tab two = new Tab(browser, "/if/user/?tab=two");
        assertThat(one.fields.get("execution")).isNotEqualTo(two.fields.get("execution"));

        one.type("uid_field", "akadmin");
        two.type("uid_field", "akadmin");
        assertThat(one.type("password", GatehouseServer.PASSWORD)).isEqualTo("/if/user/?tab=one");
        assertThat(two.type("password", GatehouseServer.PASSWORD)).isEqualTo("/if/user/?tab=two");

        assertThat(browser.get("/api/v3/core/users/me/").body()).contains("\"username\":\"akadmin\"");
    }

    @Test
    void thePageBeforeIsAnsweredOnlyOnce(GatehouseServer server) {
        Tab tab = new Tab(server.browser(), "");
        Map<String, String> identification = new TreeMap<>(tab.fields);
        tab.type("uid_field", "akadmin");

        HttpResponse<String> back = tab.post(identification, "uid_field", "somebody-else");

        assertThat(back.statusCode()).isEqualTo(303);
        String shown = tab.browser.get(back.headers().firstValue("location").orElseThrow()).body();
        assertThat(shown).contains("name=\"password\"", "akadmin").doesNotContain("somebody-else");
    }

    @Test
    void anImpatientSecondClickLogsInOnce(GatehouseServer server) throws Exception {
        Tab tab = new Tab(server.browser(), "");
        tab.type("uid_field", "akadmin");
        Map<String, String> form = new TreeMap<>(tab.fields);
        ExecutorService clicks = Executors.newFixedThreadPool(4);
        try {
            Callable<HttpResponse<String>> click = () -> tab.post(form, "password", GatehouseServer.PASSWORD);
            long sessions = 0;
            for (Future<HttpResponse<String>> answer : clicks.invokeAll(List.of(click, click, click, click))) {
                assertThat(answer.get().statusCode()).isEqualTo(303);
                sessions += answer.get().headers().allValues("set-cookie").stream().filter(cookie -> cookie.startsWith("gatehouse_session=")).count();
            }
            assertThat(sessions).isEqualTo(1);
        } finally {
            clicks.shutdown();
        }
    }

    @Test
    void notYouKeepsTheTarget(GatehouseServer server) {
        Tab tab = new Tab(server.browser(), "/if/user/?from=somewhere");
        tab.type("uid_field", "somebody-else");

        HttpResponse<String> again = tab.post(Map.of("execution", tab.fields.get("execution"), "action", "cancel"), "x", "");
        tab.open(again.headers().firstValue("location").orElseThrow());
        tab.type("uid_field", "akadmin");

        assertThat(tab.type("password", GatehouseServer.PASSWORD)).isEqualTo("/if/user/?from=somewhere");
    }

    @Test
    void leadsToNoOtherServer(GatehouseServer server) {
        for (String target : List.of("https://evil.example/", "//evil.example/", "/\\evil.example/", "javascript:alert(1)")) {
            Tab tab = new Tab(server.browser(), target);
            tab.type("uid_field", "akadmin");
            assertThat(tab.type("password", GatehouseServer.PASSWORD)).as(target).isEqualTo("/if/user/");
        }
    }

    @Test
    void aLinkAsksForAClickAndADeadOneSaysSo(GatehouseServer server) {
        HttpBrowser browser = server.browser();

        String page = browser.get(PAGE + "?flow_token=made-up").body();
        HttpResponse<String> clicked = browser.postForm(PAGE, Map.of("flow_token", HiddenFields.of(page).get("flow_token")));

        assertThat(clicked.statusCode()).isEqualTo(200);
        assertThat(clicked.body()).contains("This link has expired or was used already.").doesNotContain("made-up");
        assertThat(HttpBrowser.json(browser.get("/api/v3/flows/executor/default-authentication-flow/?query=flow_token%3Dmade-up"))
                .getString("error_message")).contains("expired");
    }

    /** One tab of a browser. */
    private static final class Tab {

        private final HttpBrowser browser;
        private String address;
        private Map<String, String> fields;

        Tab(HttpBrowser browser, String next) {
            this.browser = browser;
            open(PAGE + (next.isEmpty() ? "" : "?next=" + HttpBrowser.encode(next)));
        }

        void open(String address) {
            this.address = address;
            this.fields = HiddenFields.of(browser.get(address).body());
        }

        /** Fills in a field, sends the form, and gives the address it leads to. */
        String type(String field, String value) {
            String to = post(fields, field, value).headers().firstValue("location").orElseThrow();
            if (to.startsWith("/if/flow/")) {
                open(to);
            }
            return to;
        }

        HttpResponse<String> post(Map<String, String> form, String field, String value) {
            Map<String, String> all = new TreeMap<>(form);
            all.put(field, value);
            return browser.postForm(address, all);
        }
    }
}
