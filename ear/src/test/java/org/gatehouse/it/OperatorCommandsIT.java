package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** {@code bin/gatehouse-cli} on the machine that the server runs on. */
@ExtendWith(GatehouseServer.class)
class OperatorCommandsIT {

    private record Answer(int exit, String out, String err) {
    }

    private static Answer run(GatehouseServer server, String input, String... words) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(Path.of("..", "bin", "gatehouse-cli").toAbsolutePath().normalize().toString()));
        line.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(line);
        builder.environment().put("JBOSS_HOME", server.home().toString());
        builder.environment().put("GATEHOUSE_CONTROLLER", "127.0.0.1:" + (9990 - 8080 + URI.create(server.url()).getPort()));
        Process process = builder.start();
        process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(process.waitFor(), out.strip(), err.strip());
    }

    @Test
    void letsAnAdministratorInWhoHasLostThePassword(GatehouseServer server) throws IOException, InterruptedException {
        Person robin = Person.create(server.api(), "locked-out");
        Answer link = run(server, "", "create-admin-recovery-link", robin.username(), "--minutes", "5");

        assertThat(link.exit()).as(link.toString()).isZero();
        String path = link.out().substring(link.out().indexOf("/if/flow/"));
        HttpBrowser browser = server.browser();
        assertThat(opened(browser, path)).contains("password_repeat");
        assertThat(opened(server.browser(), path)).doesNotContain("password_repeat");
        assertThat(run(server, "", "create-admin-recovery-link", "nobody-at-all").err()).contains("nobody-at-all");
        assertThat(run(server, "", "create-admin-recovery-link", "--minutes", "0").exit()).isEqualTo(1);
    }

    /** The page behind a link and its question, wherever they lead. */
    private static String opened(HttpBrowser browser, String link) {
        return followed(browser, browser.postForm(link.substring(0, link.indexOf('?')), HiddenFields.of(followed(browser, browser.get(link)))));
    }

    private static String followed(HttpBrowser browser, HttpResponse<String> first) {
        HttpResponse<String> answer = first;
        for (int i = 0; i < 5 && answer.statusCode() / 100 == 3; i++) {
            answer = browser.get(answer.headers().firstValue("Location").orElseThrow());
        }
        return answer.body();
    }

    @Test
    void theFlowBehindTheLinkIsWorthNothingWithoutIt(GatehouseServer server) {
        HttpBrowser stranger = server.browser();
        stranger.challenge("default-operator-recovery");

        JsonObject answer = stranger.answer("default-operator-recovery", Json.createObjectBuilder().add("component", "ak-stage-prompt")
                .add("password", "a-strangers-password").add("password_repeat", "a-strangers-password").build());

        assertThat(answer.getString("component")).isNotEqualTo("xak-flow-redirect");
        assertThat(stranger.get("/api/v3/core/users/me/").statusCode()).isEqualTo(403);
    }

    @Test
    void hashesAPasswordThatLogsIn(GatehouseServer server) throws IOException, InterruptedException {
        Answer hash = run(server, "a-long-new-password\n", "hash-password");

        assertThat(hash.exit()).as(hash.toString()).isZero();
        assertThat(hash.out()).startsWith("$argon2").doesNotContain("a-long-new-password");
        assertThat(run(server, "", "hash-password").exit()).isEqualTo(1);
    }

    @Test
    void showsWhatABlueprintWouldChangeBeforeItDoes(GatehouseServer server) throws IOException, InterruptedException {
        String name = "cli-" + System.nanoTime();
        String blueprint = "version: 1\nentries:\n  - model: authentik_core.group\n    identifiers:\n      name: " + name + "\n";

        Answer diff = run(server, blueprint, "blueprint", "diff", "--file", "-");
        assertThat(diff.exit()).as(diff.toString()).isZero();
        assertThat(diff.out()).contains("created authentik_core.group", name);
        assertThat(server.api().get("/core/groups/?name=" + name).getJsonArray("results")).isEmpty();
        assertThat(run(server, blueprint, "blueprint", "apply", "--file", "-").exit()).isZero();
        assertThat(server.api().get("/core/groups/?name=" + name).getJsonArray("results")).hasSize(1);
        assertThat(run(server, blueprint, "blueprint", "diff", "--file", "-").out()).isEqualTo("Nothing to change.");
        assertThat(run(server, "version: 1\nentries: 5\n", "blueprint", "apply", "--file", "-").exit()).isEqualTo(1);
        assertThat(run(server, "", "blueprint", "export", "default-invalidation-flow").out()).contains("default-invalidation-flow");
    }

    @Test
    void givesAProviderANewKeyAndKeepsTheOldOnePublished(GatehouseServer server) throws IOException, InterruptedException {
        String slug = "rotated-" + System.nanoTime();
        int provider = server.api().oauthApplication(slug, "", List.of("https://example.com/cb"), "default-provider-authorization-implicit-consent")
                .getInt("pk");
        String old = server.api().get("/providers/oauth2/" + provider + "/").getString("signing_key");

        Answer rotated = run(server, "", "rotate-signing-key", slug, "--alg", "ecdsa");

        assertThat(rotated.exit()).as(rotated.toString()).isZero();
        assertThat(server.api().get("/providers/oauth2/" + provider + "/").getString("signing_key")).isNotEqualTo(old);
        assertThat(HttpBrowser.json(server.browser().get("/application/o/" + slug + "/jwks/")).getJsonArray("keys")).hasSize(2);
        assertThat(run(server, "", "rotate-signing-key", "no such provider").exit()).isEqualTo(1);
    }

    @Test
    void verifiesTheAuditLogAndExplainsItself(GatehouseServer server) throws IOException, InterruptedException {
        server.api().create("/core/groups/", Json.createObjectBuilder().add("name", "audited-" + System.nanoTime()).build());

        assertThat(run(server, "", "audit-verify").exit()).isZero();
        assertThat(run(server, "", "--help").out()).contains("create-admin-recovery-link", "blueprint", "audit-verify", "rotate-signing-key");
        assertThat(run(server, "", "no-such-command").exit()).isEqualTo(2);
        assertThat(run(server, "", "--controller", "127.0.0.1:1", "--help").exit()).isEqualTo(3);
    }
}
