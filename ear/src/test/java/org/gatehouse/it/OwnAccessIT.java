package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.WebElement;

/** Consents, codes and tokens: users see and take back what is theirs, administrators everything. */
@ExtendWith(GatehouseServer.class)
class OwnAccessIT {

    private GatehouseServer server;
    private ApiClient api;
    private Person person;
    private IssuedThings issued;
    private JsonObject tokens;

    @BeforeEach
    void somebodyUsesAnApplication(GatehouseServer started) {
        server = started;
        api = server.api();
        person = Person.create(api, "holder");
        issued = new IssuedThings(server);
        tokens = issued.use(person.username(), Person.PASSWORD);
    }

    @Test
    void aUserTakesBackWhatAnApplicationHas() throws Exception {
        HttpBrowser browser = server.browser();
        browser.login(person.username(), Person.PASSWORD);
        HttpResponse<String> page = browser.get("/if/user/access/");
        assertThat(page.body()).contains("access-" + issued.slug(), "Application " + issued.slug());
        Matcher form = Pattern.compile("name=\"token\" value=\"([0-9a-f]{64})\"").matcher(page.body());
        assertThat(form.find()).isTrue();

        assertThat(browser.postForm("/if/user/access/", Map.of("application", issued.slug())).statusCode()).isEqualTo(403);
        assertThat(userInfo()).isEqualTo(200);
        HttpResponse<String> taken = browser.postForm("/if/user/access/", Map.of("token", form.group(1), "application", issued.slug()));

        assertThat(taken.statusCode()).isEqualTo(303);
        assertThat(browser.get("/if/user/access/?done=revoked").body()).doesNotContain("access-" + issued.slug());
        assertThat(userInfo()).isEqualTo(401);
        assertThat(refresh()).isEqualTo(400);
        assertThat(api.get("/core/user_consent/?user=" + person.pk()).getJsonArray("results")).isEmpty();
    }

    @Test
    void thePageFitsASmallScreen() throws Exception {
        try (ChromiumBrowser browser = new ChromiumBrowser()) {
            browser.open(server.url() + "/if/user/access/");
            browser.login(person.username(), Person.PASSWORD);
            browser.await(page -> page.getCurrentUrl().endsWith("/if/user/access/"));
            browser.size(390, 844);
            browser.open(server.url() + "/if/user/access/");
            browser.screenshot(Path.of("target/screenshots/access-390.png"));
            assertThat(browser.text()).contains("Application " + issued.slug());
        }
    }

    @Test
    void theConsoleShowsAddressesClaimsAndTokensOfAProvider() throws Exception {
        try (ChromiumBrowser browser = new ChromiumBrowser()) {
            String page = server.url() + "/if/admin/object.xhtml?model=authentik_providers_oauth2.oauth2provider&key=" + issued.provider();
            browser.open(page);
            browser.login("akadmin", GatehouseServer.PASSWORD);
            browser.await(shown -> !shown.findElements(By.id("setup-issuer")).isEmpty());
            assertThat(browser.driver().findElement(By.id("setup-issuer")).getText()).endsWith("/application/o/" + issued.slug() + "/");
            browser.open(page + "&claims=" + person.username());
            assertThat(browser.driver().findElement(By.id("claimsResult")).getText()).contains(person.email());
            clickInTheMiddle(browser, "#field-registration > summary");
            browser.screenshot(Path.of("target/screenshots/oauth2-provider.png"));
            clickInTheMiddle(browser, "#issuedForm .page-head:nth-of-type(1) input[type=submit]");
            browser.await(shown -> shown.findElement(By.id("issuedForm")).getText().contains("were revoked"));
            assertThat(userInfo()).isEqualTo(401);
        }
    }

    @Test
    void usersSeeAndRevokeOnlyTheirOwn() {
        ApiClient own = client(person);
        ApiClient stranger = client(Person.create(api, "stranger"));
        for (String path : new String[] {"/oauth2/access_tokens/", "/oauth2/refresh_tokens/", "/oauth2/authorization_codes/", "/core/user_consent/"}) {
            JsonObject row = own.get(path + "?user=1").getJsonArray("results").getJsonObject(0);
            assertThat(row.getJsonObject("user").getInt("pk")).as(path).isEqualTo(person.pk());
            String key = String.valueOf(row.getInt("pk"));
            assertThat(own.get(path + key + "/").getInt("pk")).isEqualTo(row.getInt("pk"));
            assertThat(own.send("GET", path + key + "/used_by/", "").body()).isEqualTo("[]");
            assertThat(stranger.get(path).getJsonArray("results")).as(path).isEmpty();
            assertThat(stranger.send("GET", path + key + "/", "").statusCode()).isEqualTo(403);
            assertThat(stranger.send("DELETE", path + key + "/", "").statusCode()).isEqualTo(403);
            assertThat(own.send("POST", path, "{}").statusCode()).isIn(403, 405);
        }
        String key = String.valueOf(own.get("/oauth2/access_tokens/").getJsonArray("results").getJsonObject(0).getInt("pk"));
        assertThat(own.send("DELETE", "/oauth2/access_tokens/" + key + "/", "").statusCode()).isEqualTo(204);
        assertThat(userInfo()).isEqualTo(401);
        assertThat(refresh()).as("the whole family").isEqualTo(400);
        assertThat(own.send("GET", "/oauth2/access_tokens/" + key + "/", "").statusCode()).isIn(403, 404);
    }

    @Test
    void administratorsSeeEverythingButNoSecret() {
        String page = api.send("GET", "/oauth2/access_tokens/?provider=" + issued.provider() + "&ordering=-expires", "").body();
        assertThat(page).contains(person.username()).doesNotContain(tokens.getString("access_token"), tokens.getString("refresh_token"));
        assertThat(api.get("/oauth2/refresh_tokens/?provider=" + issued.provider()).getJsonObject("pagination").getInt("count")).isEqualTo(1);
        assertThat(api.send("GET", "/oauth2/access_tokens/?provider=x", "").statusCode()).isEqualTo(400);
        assertThat(api.send("GET", "/oauth2/refresh_tokens/" + issued.accessTokenOf(person.pk()) + "/", "").statusCode()).isEqualTo(404);
    }

    @Test
    void administratorsFindProvidersByWhatIsSet() {
        JsonObject provider = api.get("/providers/oauth2/" + issued.provider() + "/");
        String application = api.get("/core/applications/" + issued.slug() + "/").getString("pk");
        for (String filter : new String[] {"client_id=" + issued.slug(), "application=" + application,
                "authorization_flow=" + provider.getString("authorization_flow"),
                "client_type=confidential&client_id=" + issued.slug() + "&property_mappings=" + provider.getJsonArray("property_mappings").getString(0)}) {
            assertThat(api.get("/providers/oauth2/?" + filter).getJsonArray("results")).as(filter).hasSize(1);
        }
        assertThat(api.get("/providers/oauth2/?client_type=public&client_id=" + issued.slug()).getJsonArray("results")).isEmpty();
        assertThat(api.get("/providers/oauth2/?property_mappings=no&client_id=" + issued.slug()).getJsonArray("results")).isEmpty();
        assertThat(api.send("GET", "/providers/oauth2/?application=x", "").statusCode()).isEqualTo(400);
    }

    @Test
    void administratorsPreviewTheClaimsOfAUser() {
        JsonObject preview = api.get("/providers/oauth2/" + issued.provider() + "/preview_user/?for_user=" + person.pk()).getJsonObject("preview");
        assertThat(preview.getString("email")).isEqualTo(person.email());
        assertThat(preview.getString("aud")).isEqualTo(issued.slug());
        assertThat(api.send("GET", "/providers/oauth2/" + issued.provider() + "/preview_user/?for_user=999999999", "").statusCode()).isEqualTo(400);
        assertThat(api.send("GET", "/providers/oauth2/999999999/preview_user/", "").statusCode()).isEqualTo(404);
        ApiClient user = client(person);
        assertThat(user.send("GET", "/providers/oauth2/" + issued.provider() + "/preview_user/", "").statusCode()).isEqualTo(403);
        assertThat(user.send("GET", "/providers/oauth2/" + issued.provider() + "/setup_urls/", "").statusCode()).isEqualTo(403);
    }

    /** Bars that stick to the edges of the window must not lie over what is clicked. */
    private static void clickInTheMiddle(ChromiumBrowser browser, String selector) {
        WebElement element = browser.driver().findElement(By.cssSelector(selector));
        ((JavascriptExecutor) browser.driver()).executeScript("arguments[0].scrollIntoView({block: 'center'})", element);
        element.click();
    }

    private int userInfo() {
        HttpBrowser http = server.browser();
        return http.send(http.request("/application/o/userinfo/").GET().header("Authorization", "Bearer " + tokens.getString("access_token")))
                .statusCode();
    }

    private int refresh() {
        return server.browser().postForm("/application/o/token/", Map.of("grant_type", "refresh_token", "refresh_token",
                tokens.getString("refresh_token"), "client_id", issued.slug(), "client_secret", IssuedThings.SECRET)).statusCode();
    }

    private ApiClient client(Person owner) {
        String identifier = api.create("/core/tokens/", Json.createObjectBuilder().add("identifier", "own-" + owner.username())
                .add("intent", "api").add("user", owner.pk()).build()).getString("identifier");
        return new ApiClient(server.url(), api.get("/core/tokens/" + identifier + "/view_key/").getString("key"));
    }
}
