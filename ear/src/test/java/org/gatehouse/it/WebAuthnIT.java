package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;
import org.openqa.selenium.ElementNotInteractableException;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.virtualauthenticator.HasVirtualAuthenticator;
import org.openqa.selenium.virtualauthenticator.VirtualAuthenticator;
import org.openqa.selenium.virtualauthenticator.VirtualAuthenticatorOptions;

/** Security keys and passkeys in Chromium, whose virtual authenticator plays the one in the person's hand. */
@ExtendWith(GatehouseServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WebAuthnIT {

    private static final String PASSWORD = "a-password-nobody-else-has";

    private GatehouseServer server;
    private ApiClient api;
    private ChromiumBrowser browser;
    private VirtualAuthenticator key;
    private String suffix;
    private String username;
    private int userId;

    /** A person who has registered a key in the set-up flow. */
    @BeforeAll
    void registerAKey(GatehouseServer running) {
        server = running;
        api = server.api();
        suffix = Long.toString(System.nanoTime(), 36);
        username = "key-owner-" + suffix;
        userId = api.create("/core/users/", Json.createObjectBuilder().add("username", username).add("name", "Key Owner").build()).getInt("pk");
        api.send("POST", "/core/users/" + userId + "/set_password/", Json.createObjectBuilder().add("password", PASSWORD).build().toString());
        flow("setup", "stage_configuration", "require_authenticated", stage("authenticator/webauthn", Json.createObjectBuilder()
                .add("user_verification", "required").add("resident_key_requirement", "required")));

        browser = new ChromiumBrowser();
        key = ((HasVirtualAuthenticator) browser.driver()).addVirtualAuthenticator(new VirtualAuthenticatorOptions()
                .setProtocol(VirtualAuthenticatorOptions.Protocol.CTAP2).setTransport(VirtualAuthenticatorOptions.Transport.INTERNAL)
                .setHasResidentKey(true).setHasUserVerification(true).setIsUserVerified(true).setIsUserConsenting(true));
        browser.open(server.url() + "/");
        browser.login(username, PASSWORD);
        browser.await(page -> page.getCurrentUrl().equals(server.url() + "/if/user/"));
        browser.open(server.url() + "/if/flow/setup-" + suffix + "/?next=/if/user/");
        browser.driver().findElement(By.id("use-key")).click();
        browser.await(page -> page.getCurrentUrl().equals(server.url() + "/if/user/"));
    }

    @AfterAll
    void close() {
        if (browser != null) {
            browser.close();
        }
    }

    private String stage(String type, JsonObjectBuilder settings) {
        return api.create("/stages/" + type + "/", settings.add("name", type + " " + suffix + System.nanoTime()).build()).getString("pk");
    }

    private void flow(String slug, String designation, String authentication, String... stages) {
        String flow = api.create("/flows/instances/", Json.createObjectBuilder().add("name", slug).add("slug", slug + "-" + suffix).add("title", slug)
                .add("designation", designation).add("authentication", authentication).build()).getString("pk");
        for (int i = 0; i < stages.length; i++) {
            api.create("/flows/bindings/", Json.createObjectBuilder().add("target", flow).add("stage", stages[i]).add("order", i).build());
        }
    }

    private static JsonArrayBuilder list(String value) {
        return Json.createArrayBuilder().add(value);
    }

    private String validation() {
        return stage("authenticator/validate", Json.createObjectBuilder().add("device_classes", list("webauthn"))
                .add("not_configured_action", "deny").add("webauthn_user_verification", "required"));
    }

    private String login() {
        return stage("user_login", Json.createObjectBuilder());
    }

    /** Goes to a flow as somebody who is not logged in. */
    private void open(String slug) {
        browser.driver().manage().deleteAllCookies();
        browser.open(server.url() + "/if/flow/" + slug + "-" + suffix + "/");
    }

    private void awaitLogin() {
        browser.await(page -> page.getCurrentUrl().equals(server.url() + "/if/user/"));
        browser.open(server.url() + "/api/v3/core/users/me/");
        assertThat(browser.text()).contains(username);
    }

    private JsonArray devices() {
        return api.get("/authenticators/admin/webauthn/?user=" + userId).getJsonArray("results");
    }

    @Test
    void theRegisteredKeyIsAResidentOneWithAnOpaqueUserHandle() {
        assertThat(key.getCredentials()).singleElement().satisfies(credential -> {
            assertThat(credential.isResidentCredential()).isTrue();
            assertThat(credential.getRpId()).isEqualTo("localhost");
            assertThat(new String(credential.getUserHandle(), StandardCharsets.ISO_8859_1)).hasSize(32).doesNotContain(username);
        });
        JsonObject device = devices().getJsonObject(0);
        assertThat(devices()).hasSize(1);
        assertThat(device.keySet()).contains("pk", "name", "created_on", "device_type", "aaguid", "user");
    }

    /** The key belongs to one name of the server: another one in the Host header must not stand for "has no second factor". */
    @Test
    void thePasswordAloneDoesNotLogInUnderAnotherNameOfTheServer() {
        HttpBrowser elsewhere = new HttpBrowser(server.url().replace("localhost", "127.0.0.1"));

        JsonObject here = server.browser().login(username, PASSWORD);
        JsonObject there = elsewhere.login(username, PASSWORD);

        assertThat(here.getString("component")).isEqualTo("ak-stage-authenticator-validate");
        assertThat(there.getString("component")).isEqualTo("ak-stage-access-denied");
        assertThat(elsewhere.get("/api/v3/core/users/me/").statusCode()).isEqualTo(403);
    }

    @Test
    void aPasskeyLogsInFromTheIdentificationPage() {
        flow("passkey", "authentication", "none", stage("identification", Json.createObjectBuilder().add("user_fields", list("username"))
                .add("webauthn_stage", validation())), login());
        int before = signCount();

        open("passkey");

        // The browser may have answered by itself already, as it does where passkeys are offered with the name.
        browser.driver().findElements(By.id("use-key")).stream().findFirst().ifPresent(this::clickIfThere);
        awaitLogin();
        assertThat(signCount()).isGreaterThan(before);
    }

    private void clickIfThere(WebElement button) {
        try {
            button.click();
        } catch (WebDriverException gone) {
            assertThat(gone).isInstanceOfAny(StaleElementReferenceException.class,
                    ElementNotInteractableException.class);
        }
    }

    private int signCount() {
        return key.getCredentials().get(0).getSignCount();
    }

    @Test
    void aKeyIsTheSecondFactor() {
        String password = stage("password", Json.createObjectBuilder().add("backends", list("authentik.core.auth.InbuiltBackend")));
        flow("second", "authentication", "none", stage("identification", Json.createObjectBuilder().add("user_fields", list("username"))),
                password, validation(), login());

        open("second");
        browser.login(username, PASSWORD);

        awaitLogin();
        assertThat(devices().getJsonObject(0).getInt("pk")).isPositive();
    }

    @Test
    void aFlowWithNothingButAKeyLogsInWithoutAName() {
        flow("passwordless", "authentication", "none", validation(), login());

        open("passwordless");

        awaitLogin();
    }

    @Test
    void aKeyThatIsNotVerifiedIsRefusedAndThePageSaysSo() {
        flow("unverified", "authentication", "none", validation(), login());
        key.setUserVerified(false);
        try {
            open("unverified");
            browser.await(page -> !page.findElement(By.id("webauthn-problem")).getText().isEmpty());
            assertThat(browser.driver().findElement(By.id("use-key")).getText()).isEqualTo("Try again");
        } finally {
            key.setUserVerified(true);
        }
        browser.driver().findElement(By.id("use-key")).click();
        awaitLogin();
    }

    @Test
    void aSecondRegistrationOfTheSameKeyIsStoppedByTheBrowser() {
        open("setup");
        browser.open(server.url() + "/");
        browser.login(username, PASSWORD);
        browser.await(page -> page.getCurrentUrl().equals(server.url() + "/if/user/"));
        browser.open(server.url() + "/if/flow/setup-" + suffix + "/");
        browser.driver().findElement(By.id("use-key")).click();

        browser.await(page -> page.findElement(By.id("response-problem")).getText().contains("registered already"));
        assertThat(devices()).hasSize(1);
    }

    @Test
    void theKnownModelsAreListed() {
        JsonObject page = api.get("/stages/authenticator/webauthn_device_types/?search=yubikey");
        assertThat(page.getJsonObject("pagination").getInt("count")).isGreaterThan(5);
        JsonObject unknown = api.get("/stages/authenticator/webauthn_device_types/00000000-0000-0000-0000-000000000000/");
        assertThat(unknown.getString("description")).isEqualTo("Unknown authenticator");
        JsonObject restricted = api.create("/stages/authenticator/webauthn/", Json.createObjectBuilder().add("name", "restricted " + suffix)
                .add("device_type_restrictions", list("2fc0579f-8113-47ea-b116-bb5a8db9202a")).build());
        assertThat(restricted.getJsonArray("device_type_restrictions_obj").getJsonObject(0).getString("description")).startsWith("YubiKey 5 NFC");
        assertThat(restricted.get("authenticator_attachment")).isEqualTo(JsonValue.NULL);
        assertThat(api.send("DELETE", "/stages/authenticator/webauthn_device_types/" + unknown.getString("aaguid") + "/", "").statusCode()).isEqualTo(405);
    }

    @Test
    void answersThatAreNoCredentialsNeverLogInAndNeverBreak() {
        flow("garbage", "authentication", "none", stage("identification", Json.createObjectBuilder().add("user_fields", list("username"))
                .add("webauthn_stage", validation())), login());
        for (String passkey : new String[] {"{}", "{\"id\":\"AAAA\",\"type\":\"public-key\",\"response\":{}}", "[]", "\"x\"", "null",
            "{\"rawId\":\"AAAA\",\"type\":\"public-key\",\"response\":{\"clientDataJSON\":\"_\",\"authenticatorData\":\"AA\",\"signature\":\"AA\"}}"}) {
            HttpBrowser stranger = server.browser();
            stranger.get("/api/v3/flows/executor/garbage-" + suffix + "/");
            var answer = stranger.send(stranger.request("/api/v3/flows/executor/garbage-" + suffix + "/")
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString("{\"component\":\"ak-stage-identification\",\"passkey\":" + passkey + "}")));
            assertThat(answer.statusCode()).as(passkey).isEqualTo(200);
            assertThat(HttpBrowser.json(answer).getString("component")).as(passkey).isEqualTo("ak-stage-identification");
            assertThat(stranger.get("/api/v3/core/users/me/").statusCode()).isIn(401, 403);
        }
    }
}
