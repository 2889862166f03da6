package org.gatehouse.it.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.gatehouse.it.ExternalTool;
import org.gatehouse.it.GatehouseServer;
import org.gatehouse.it.HttpBrowser;

/**
 * The suite's side of the table: static clients and one user, which the commands of {@code docs/conformance.md} have made through the
 * API before the first plan runs.
 */
final class Suite {

    static final String USER = "conformance";
    static final String PASSWORD = "nine-quiet-owls-count-sheep";

    /** Where the suite would be; nothing listens there, and nothing has to. */
    static final String ADDRESS = "https://suite.example.com/test/a/gatehouse";

    private static final String SECRET = "a-secret-of-the-suite-with-32-characters-or-more-";

    private static final FapiClient FAPI_1 = FapiClient.create("fapi-1", ADDRESS + "/callback");
    private static final FapiClient FAPI_2 = FapiClient.create("fapi-2", ADDRESS + "/callback?dummy1=lorem&dummy2=ipsum");
    private static final FapiClient FAPI_SIGNING = FapiClient.create("fapi-signing-1", ADDRESS + "/callback");

    private static Suite shared;

    private final GatehouseServer server;

    private Suite(GatehouseServer server) {
        this.server = server;
    }

    /** With the clients and the user on this server. */
    static synchronized Suite on(GatehouseServer server) {
        ExternalTool.require("curl", "curl");
        ExternalTool.require("jq", "jq");
        if (shared == null) {
            Suite suite = new Suite(server);
            suite.run(Handbook.block("sh", "# Set up") + Handbook.block("sh", "# FAPI 2"), Map.of("JWKS_1", FAPI_1.jwks(), "JWKS_2", FAPI_2.jwks(),
                    "JWKS_SIGNING", FAPI_SIGNING.jwks()));
            shared = suite;
        }
        return shared;
    }

    private void run(String commands, Map<String, String> variables) {
        try {
            Path script = Files.writeString(Files.createTempFile("conformance", ".sh"), commands);
            Path output = Files.createTempFile("conformance", ".out");
            ProcessBuilder shell = new ProcessBuilder("bash", script.toString()).redirectErrorStream(true).redirectOutput(output.toFile());
            shell.environment().putAll(Map.of("GATEHOUSE", server.url(), "TOKEN", GatehouseServer.TOKEN, "SUITE", ADDRESS, "SECRET", SECRET,
                    "PASSWORD", PASSWORD));
            shell.environment().putAll(variables);
            Process process = shell.start();
            boolean ended = process.waitFor(120, TimeUnit.SECONDS);
            assertThat(ended && process.exitValue() == 0).as(Files.readString(output)).isTrue();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    GatehouseServer server() {
        return server;
    }

    SuiteClient first() {
        return new SuiteClient("conformance-1", SECRET + "1", ADDRESS + "/callback");
    }

    /** Its redirect URI has a query, as that of the suite's second clients. */
    SuiteClient second() {
        return new SuiteClient("conformance-2", SECRET + "2", ADDRESS + "/callback?dummy1=lorem&dummy2=ipsum");
    }

    /** A relying party that is this client of the issuer that all of the suite's clients have. */
    RelyingParty relyingParty(SuiteClient client) {
        return relyingParty(client, null);
    }

    /** The same, asking for its answers in this mode. */
    RelyingParty relyingParty(SuiteClient client, String responseMode) {
        return new RelyingParty(server.url() + "/", client, responseMode);
    }

    FapiClient fapiFirst() {
        return FAPI_1;
    }

    FapiClient fapiSecond() {
        return FAPI_2;
    }

    /** Bound to sign its requests, and to get signed answers. */
    FapiClient fapiSigning() {
        return FAPI_SIGNING;
    }

    FapiRelyingParty fapi(FapiClient client) {
        return new FapiRelyingParty(server.url() + "/", client, new HttpBrowser(server.url()));
    }

    /** Changes settings of a client's provider. */
    void configure(SuiteClient client, Map<String, String> settings) {
        int provider = server.api().get("/core/applications/" + client.id() + "/").getInt("provider");
        JsonObjectBuilder document = Json.createObjectBuilder();
        settings.forEach(document::add);
        server.api().patch("/providers/oauth2/" + provider + "/", document.build());
    }

    /** A browser in which nobody is logged in. */
    SuiteBrowser browser() {
        return new SuiteBrowser(new HttpBrowser(server.url()), ADDRESS);
    }
}
