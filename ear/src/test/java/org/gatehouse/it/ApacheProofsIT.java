package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.Key;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Apache with mod_auth_openidc proves itself with a key instead of a secret, and is told of logouts behind the browser's back. */
@ExtendWith(GatehouseServer.class)
class ApacheProofsIT {

    private static final int PORT = 18982;
    private static final String SECRET = "the-secret-of-a-third-apache";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private HttpBrowser browser;
    private Person person;

    @BeforeEach
    void logIn(GatehouseServer server) {
        person = Person.create(server.api(), "apache");
        browser = server.browser();
        browser.login(person.username(), Person.PASSWORD);
    }

    @Test
    void anAssertionOfItsKeyTakesThePlaceOfASecret(GatehouseServer server) throws Exception {
        RSAKey key = new RSAKeyGenerator(2048).keyID("apache").keyUse(KeyUse.SIGNATURE).generate();
        JsonObject jwks = HttpBrowser.parse(new JWKSet(key).toString(true));
        application(server, "apache-keys", Json.createObjectBuilder().add("client_authentication",
                Json.createObjectBuilder().add("token_endpoint_auth_method", "private_key_jwt").add("jwks", jwks)));

        try (ApacheRelyingParty apache = start(server, "apache-keys", "OIDCPublicKeyFiles \"apache#" + written("PUBLIC", key.toRSAPublicKey()) + "\"",
                "OIDCPrivateKeyFiles \"apache#" + written("PRIVATE", key.toRSAPrivateKey()) + "\"",
                "OIDCProviderTokenEndpointAuth private_key_jwt")) {
            HttpResponse<String> inside = ApacheRelyingParty.follow(browser, browser.get(apache.url() + "/protected/"));

            assertThat(inside.body()).contains("The protected page");
            assertThat(inside.headers().firstValue("X-Remote-User").orElse("")).startsWith(person.username());
        }
    }

    @Test
    void aClientThatHasAKeyGetsNothingForASecret(GatehouseServer server) throws Exception {
        RSAKey key = new RSAKeyGenerator(2048).keyID("apache").generate();
        application(server, "apache-secret", Json.createObjectBuilder().add("client_authentication",
                Json.createObjectBuilder().add("token_endpoint_auth_method", "private_key_jwt").add("jwks", HttpBrowser.parse(new JWKSet(key).toString(true)))));

        try (ApacheRelyingParty apache = start(server, "apache-secret", "OIDCProviderTokenEndpointAuth client_secret_basic")) {
            HttpResponse<String> last = browser.get(apache.url() + "/protected/");
            while (last.headers().firstValue("location").isPresent()) {
                last = browser.get(last.uri().resolve(last.headers().firstValue("location").get()).toString());
            }

            assertThat(last.body()).doesNotContain("The protected page");
            assertThat(last.statusCode()).isGreaterThanOrEqualTo(400);
        }
    }

    @Test
    void aSessionThatAnAdministratorEndsEndsAtApacheAsWell(GatehouseServer server) throws Exception {
        application(server, "apache-backchannel", Json.createObjectBuilder().add("logout_method", "backchannel")
                .add("logout_uri", "http://127.0.0.1:" + PORT + "/protected/callback?logout=backchannel"));

        try (ApacheRelyingParty apache = start(server, "apache-backchannel")) {
            String page = apache.url() + "/protected/";
            assertThat(ApacheRelyingParty.follow(browser, browser.get(page)).body()).contains("The protected page");
            assertThat(browser.get(page).statusCode()).as("a second look").isEqualTo(200);

            String session = server.api().get("/core/authenticated_sessions/?user__username=" + person.username()).getJsonArray("results")
                    .getJsonObject(0).getString("uuid");
            assertThat(server.api().send("DELETE", "/core/authenticated_sessions/" + session + "/", "").statusCode()).isEqualTo(204);

            HttpResponse<String> later = awaitRedirect(page);
            assertThat(later.headers().firstValue("location").orElseThrow()).startsWith(server.url() + "/application/o/authorize/");
        }
    }

    private HttpResponse<String> awaitRedirect(String page) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        HttpResponse<String> response = browser.get(page);
        while (response.statusCode() == 200 && System.nanoTime() < end) {
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            response = browser.get(page);
        }
        assertThat(response.statusCode()).as("Apache forgets the login").isEqualTo(302);
        return response;
    }

    /** The module takes the private half only together with the public one. */
    private static Path written(String half, Key key) throws Exception {
        Path directory = Files.createDirectories(Path.of(System.getProperty("gatehouse.test.directory")).resolve("apache-keys"));
        Path file = directory.toAbsolutePath().resolve(half + ".pem");
        Files.writeString(file, "-----BEGIN " + half + " KEY-----\n" + Base64.getMimeEncoder(64, new byte[] {'\n'})
                .encodeToString(key.getEncoded()) + "\n-----END " + half + " KEY-----\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        return file;
    }

    private static void application(GatehouseServer server, String slug, JsonObjectBuilder settings) {
        int pk = server.api().oauthApplication(slug, SECRET, List.of("http://localhost:" + PORT + "/protected/callback"),
                "default-provider-authorization-implicit-consent").getInt("pk");
        server.api().patch("/providers/oauth2/" + pk + "/", settings.build());
    }

    private static ApacheRelyingParty start(GatehouseServer server, String slug, String... directives) throws Exception {
        Path directory = Path.of(System.getProperty("gatehouse.test.directory")).resolve(slug);
        return new ApacheRelyingParty(directory, PORT).start(server.url() + "/application/o/" + slug + "/", slug, SECRET, directives);
    }
}
