package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** npm's openid-client, a certified relying-party library, runs the code flow with PKCE. */
@ExtendWith(GatehouseServer.class)
class OpenidClientIT {

    private static final String REDIRECT = "http://localhost:18999/callback";
    private static Path scripts;

    @BeforeAll
    static void installTheLibrary() throws IOException {
        ExternalTool.require("npm", "nodejs, npm");
        scripts = Path.of(System.getProperty("gatehouse.test.directory")).resolve("node");
        Files.createDirectories(scripts);
        for (String file : List.of("package.json", "package-lock.json", ".npmrc", "code-flow.mjs")) {
            Files.copy(Path.of(System.getProperty("gatehouse.test.scripts")).resolve(file), scripts.resolve(file),
                    java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
        ExternalTool.run(scripts, List.of("npm", "ci", "--silent"));
    }

    @Test
    void aConfidentialClientGetsTokensAndUserinfo(GatehouseServer server) {
        server.api().oauthApplication("openid-client", "a-secret-nobody-guesses", List.of(REDIRECT),
                "default-provider-authorization-implicit-consent");

        JsonObject result = run(server, "openid-client", "a-secret-nobody-guesses");

        assertThat(result.getJsonObject("idToken").getString("iss")).isEqualTo(server.url() + "/application/o/openid-client/");
        assertThat(result.getJsonObject("userinfo").getString("preferred_username")).isEqualTo("akadmin");
        assertThat(result.getJsonObject("userinfo").getString("email")).isEqualTo("akadmin@gatehouse.example");
        assertThat(result.getBoolean("rotated")).isTrue();
        assertThat(result.getString("replay")).as("a rotated refresh token").isEqualTo("invalid_grant");
    }

    @Test
    void aPublicClientDoesTheSameWithoutASecret(GatehouseServer server) {
        server.api().oauthApplication("public-client", "", List.of(REDIRECT), "default-provider-authorization-implicit-consent");

        JsonObject result = run(server, "public-client", "");

        assertThat(result.getJsonObject("idToken").getString("aud")).isEqualTo("public-client");
    }

    private static JsonObject run(GatehouseServer server, String slug, String secret) {
        HttpBrowser browser = server.browser();
        browser.login("akadmin", GatehouseServer.PASSWORD);
        String printed = ExternalTool.run(scripts, List.of("node", "code-flow.mjs", server.url() + "/application/o/" + slug + "/",
                slug, secret, REDIRECT, browser.cookieHeader()));
        try (var reader = Json.createReader(new StringReader(printed.substring(printed.indexOf('{'))))) {
            return reader.readObject();
        }
    }
}
