package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Apache with mod_auth_openidc takes its code in a form, and gets new tokens for a login that goes on. */
@ExtendWith(GatehouseServer.class)
class ApacheAnswersIT {

    private static final int PORT = 18981;
    private static final String SECRET = "the-secret-of-another-apache";
    private static final Pattern FORM = Pattern.compile("<form[^>]*action=\"([^\"]*)\"[^>]*id=\"autosubmit\"");
    private static final Pattern FIELD = Pattern.compile("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\"");

    private HttpBrowser browser;

    @BeforeEach
    void logIn(GatehouseServer server) {
        browser = server.browser();
        browser.login("akadmin", GatehouseServer.PASSWORD);
    }

    @Test
    void aFormThatTheBrowserPostsOpensThePage(GatehouseServer server) throws Exception {
        try (ApacheRelyingParty apache = start(server, "apache-form", "OIDCResponseMode form_post")) {
            HttpResponse<String> page = follow(browser.get(apache.url() + "/protected/"));
            Matcher form = FORM.matcher(page.body());
            assertThat(form.find()).as(page.body()).isTrue();
            assertThat(form.group(1)).isEqualTo(apache.url() + "/protected/callback");

            HttpResponse<String> inside = follow(browser.postForm(form.group(1), fields(page.body())));

            assertThat(inside.body()).contains("The protected page");
            assertThat(inside.headers().firstValue("X-Remote-User").orElse("")).startsWith("akadmin");
        }
    }

    @Test
    void aLoginGetsNewTokensWithoutThePersonBeingAsked(GatehouseServer server) throws Exception {
        try (ApacheRelyingParty apache = start(server, "apache-refresh", "OIDCScope \"openid profile offline_access\"")) {
            HttpResponse<String> inside = follow(browser.get(apache.url() + "/protected/"));
            String token = inside.headers().firstValue("X-Access-Token").orElseThrow();

            HttpResponse<String> again = follow(browser.get(apache.url() + "/protected/callback?refresh="
                    + HttpBrowser.encode(apache.url() + "/protected/") + "&access_token=" + HttpBrowser.encode(token)));

            assertThat(again.uri().toString()).isEqualTo(apache.url() + "/protected/");
            assertThat(again.headers().firstValue("X-Access-Token").orElseThrow()).hasSizeGreaterThan(20).isNotEqualTo(token);
        }
    }

    private static ApacheRelyingParty start(GatehouseServer server, String slug, String directive) throws Exception {
        server.api().oauthApplication(slug, SECRET, List.of("http://localhost:" + PORT + "/protected/callback"),
                "default-provider-authorization-implicit-consent");
        Path directory = Path.of(System.getProperty("gatehouse.test.directory")).resolve(slug);
        return new ApacheRelyingParty(directory, PORT).start(server.url() + "/application/o/" + slug + "/", slug, SECRET, directive);
    }

    private HttpResponse<String> follow(HttpResponse<String> response) {
        return ApacheRelyingParty.follow(browser, response);
    }

    private static Map<String, String> fields(String page) {
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher field = FIELD.matcher(page);
        while (field.find()) {
            fields.put(field.group(1), field.group(2).replace("&amp;", "&"));
        }
        return fields;
    }
}
