package org.gatehouse.it.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.net.URL;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gatehouse.it.GatehouseServer;
import org.htmlunit.StringWebResponse;
import org.htmlunit.WebClient;
import org.htmlunit.WebRequest;
import org.htmlunit.WebResponse;
import org.htmlunit.html.DomElement;
import org.htmlunit.html.HtmlElement;
import org.htmlunit.html.HtmlInput;
import org.htmlunit.html.HtmlPage;
import org.htmlunit.util.WebConnectionWrapper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The pages in HtmlUnit, which is the suite's browser, led by the configuration that {@code docs/conformance.md} gives to the suite. */
@ExtendWith(GatehouseServer.class)
class SuitePagesIT {

    private Suite suite;
    private RelyingParty rp;

    @BeforeEach
    void setUp(GatehouseServer server) {
        suite = Suite.on(server);
        rp = suite.relyingParty(suite.first());
    }

    @Test
    void theConfigurationForTheSuiteLeadsThroughTheLogin() throws IOException {
        try (WebClient client = client()) {
            run(client, rp.address(rp.request("code", "openid")));
        }
    }

    @Test
    void aFormForTheClientIsPostedByItself() throws IOException {
        try (WebClient client = client()) {
            run(client, rp.address(rp.request("code", "openid", "response_mode", "form_post")));
        }
    }

    @Test
    void everyFieldHasALabelAndSaysWhatItIsFor() throws IOException {
        try (WebClient client = client()) {
            HtmlPage page = client.getPage(rp.address(rp.request("code", "openid")));
            HtmlElement name = page.getHtmlElementById("username");
            assertThat(name.getAttribute("autocomplete")).isEqualTo("username");
            assertThat(page.<DomElement>querySelectorAll("label[for=username]")).hasSize(1);
            ((HtmlInput) name).setValue(Suite.USER);
            HtmlPage next = page.getHtmlElementById("submit").click();
            assertThat(next.getHtmlElementById("password").getAttribute("autocomplete")).isEqualTo("current-password");
            assertThat(next.<DomElement>querySelectorAll("label[for=password]")).hasSize(1);
        }
    }

    /** Does what the suite does with its configuration: task after task, each on the page that it is for. */
    private void run(WebClient client, String address) throws IOException {
        HtmlPage page = client.getPage(address);
        for (JsonObject task : tasks()) {
            boolean here = matches(task.getString("match"), page.getUrl());
            assertThat(here || task.getBoolean("optional", false)).as(task.getString("task") + " at " + page.getUrl()).isTrue();
            for (JsonValue command : here ? task.getJsonArray("commands") : JsonArray.EMPTY_JSON_ARRAY) {
                page = run(page, command.asJsonArray());
            }
        }
        assertThat(page.getUrl().toString()).startsWith(Suite.ADDRESS + "/callback");
    }

    private static HtmlPage run(HtmlPage page, JsonArray command) throws IOException {
        assertThat(command.getString(1)).isEqualTo("id");
        HtmlElement element = page.getHtmlElementById(command.getString(2));
        switch (command.getString(0)) {
            case "text" -> ((HtmlInput) element).setValue(command.getString(3));
            case "click" -> element.click();
            case "wait" -> assertThat(element.isDisplayed()).isTrue();
            default -> throw new AssertionError(command);
        }
        return (HtmlPage) page.getWebClient().getCurrentWindow().getEnclosedPage();
    }

    private List<JsonObject> tasks() {
        String json = "{" + Handbook.block("json", "\"browser\"") + "}";
        String here = json.replace("https://id.example.com", suite.server().url()).replace("$PASSWORD", Suite.PASSWORD)
                .replace("https://www.certification.openid.net/test/a/gatehouse", Suite.ADDRESS);
        try (var reader = Json.createReader(new StringReader(here))) {
            return reader.readObject().getJsonArray("browser").getJsonObject(0).getJsonArray("tasks").getValuesAs(JsonObject.class);
        }
    }

    private static boolean matches(String pattern, URL url) {
        String expression = List.of(pattern.split("\\*", -1)).stream().map(Pattern::quote).collect(Collectors.joining(".*"));
        return url.toString().matches(expression);
    }

    /** A browser for which the suite is there. */
    private static WebClient client() {
        WebClient client = new WebClient();
        client.setWebConnection(new WebConnectionWrapper(client) {
            @Override
            public WebResponse getResponse(WebRequest request) throws IOException {
                return request.getUrl().toString().startsWith(Suite.ADDRESS)
                        ? new StringWebResponse("<html><body><p id='submission_complete'>Complete</p></body></html>", request.getUrl())
                        : super.getResponse(request);
            }
        });
        return client;
    }
}
