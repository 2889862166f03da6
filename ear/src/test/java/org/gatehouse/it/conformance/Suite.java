package org.gatehouse.it.conformance;

import static org.assertj.core.api.Assertions.assertThat;

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
            suite.run("# Set up", Map.of());
            shared = suite;
        }
        return shared;
    }

    /** Runs the commands of the page that begin so. */
    void run(String beginning, Map<String, String> variables) {
        try {
            Path script = Files.writeString(Files.createTempFile("conformance", ".sh"), Handbook.block("sh", beginning));
            Path output = Files.createTempFile("conformance", ".out");
            ProcessBuilder shell = new ProcessBuilder("bash", script.toString()).redirectErrorStream(true).redirectOutput(output.toFile());
            shell.environment().putAll(Map.of("GATEHOUSE", server.url(), "TOKEN", GatehouseServer.TOKEN, "SUITE", ADDRESS, "SECRET", SECRET,
                    "PASSWORD", PASSWORD));
            shell.environment().putAll(variables);
            Process process = shell.start();
            boolean ended = process.waitFor(120, TimeUnit.SECONDS);
            assertThat(ended && process.exitValue() == 0).as(beginning + ": " + Files.readString(output)).isTrue();
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

    /** A browser in which nobody is logged in. */
    SuiteBrowser browser() {
        return new SuiteBrowser(new HttpBrowser(server.url()), ADDRESS);
    }
}
