package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Blueprints over the API: what is there, what one would do, applying it, and what is refused. */
@ExtendWith(GatehouseServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BlueprintIT {

    private static final String BOUNDARY = "blueprint-boundary";

    private GatehouseServer server;
    private ApiClient admin;
    private String suffix;

    @BeforeAll
    void start(GatehouseServer running) {
        server = running;
        admin = server.api();
        suffix = Long.toString(System.nanoTime(), 36);
    }

    private String group(String name, String attributes) {
        return """
                version: 1
                metadata: {name: %s}
                entries:
                  - model: authentik_core.group
                    identifiers: {name: %s}
                    attrs:
                      attributes: %s
                """.formatted(name, name, attributes);
    }

    private HttpResponse<String> importing(String token, String yaml, String query) throws Exception {
        String body = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"team.yaml\"\r\n"
                + "Content-Type: application/yaml\r\n\r\n" + yaml + "\r\n--" + BOUNDARY + "\r\n"
                + "Content-Disposition: form-data; name=\"context\"\r\n\r\n{\"floor\": 3}\r\n--" + BOUNDARY + "--\r\n";
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(server.url() + "/api/v3/managed/blueprints/import/" + query))
                .header("Authorization", "Bearer " + token).header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(HttpRequest.BodyPublishers.ofString(body)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private JsonObject imported(String yaml, String query) throws Exception {
        HttpResponse<String> answer = importing(GatehouseServer.TOKEN, yaml, query);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.createReader(new StringReader(answer.body())).readObject();
    }

    private int groups(String name) {
        return admin.get("/core/groups/?name=" + name).getJsonObject("pagination").getInt("count");
    }

    @Test
    void aDryRunShowsTheDiffAndChangesNothing() throws Exception {
        String name = "dry-" + suffix;

        JsonObject dry = imported(group(name, "{floor: !Context floor}"), "?dry_run=true");

        assertThat(dry.getBoolean("success")).as(dry.toString()).isTrue();
        JsonObject line = dry.getJsonArray("logs").getJsonObject(0);
        assertThat(line.getJsonObject("attributes").getString("result")).isEqualTo("created");
        assertThat(line.getJsonObject("attributes").getJsonObject("diff").getJsonObject("attributes").getJsonObject("new_value").getInt("floor"))
                .isEqualTo(3);
        assertThat(groups(name)).isZero();
        assertThat(admin.get("/events/events/?action=model_created&page_size=100").toString()).doesNotContain(name);
    }

    @Test
    void appliesAnImportAndThenHasNothingToDo() throws Exception {
        String name = "import-" + suffix;

        assertThat(imported(group(name, "{}"), "").getBoolean("success")).isTrue();
        assertThat(groups(name)).isOne();
        assertThat(imported(group(name, "{}"), "").toString()).contains("unchanged");
    }

    @Test
    void saysWhatIsWrongWithItsLineAndKeepsNothing() throws Exception {
        String name = "half-" + suffix;
        String broken = group(name, "{}") + "  - model: authentik_core.group\n    identifiers: {name: x-" + suffix + "}\n    attrs: {nothing: 1}\n";

        JsonObject refused = imported(broken, "");

        assertThat(refused.getBoolean("success")).isFalse();
        assertThat(refused.getJsonArray("logs").getJsonObject(0).getString("event")).contains("team.yaml, entry 2, line 8");
        assertThat(groups(name)).isZero();
    }

    @Test
    void keepsAnInstanceAndAppliesIt() {
        String name = "instance-" + suffix;
        JsonObject instance = admin.create("/managed/blueprints/", Json.createObjectBuilder().add("name", name)
                .add("content", group(name, "{floor: !Context floor}")).add("context", Json.createObjectBuilder().add("floor", 5)).build());
        String path = "/managed/blueprints/" + instance.getString("pk") + "/";

        assertThat(instance.getString("status")).isEqualTo("unknown");
        assertThat(instance.getJsonArray("managed_models").getString(0)).isEqualTo("authentik_core.group");
        HttpResponse<String> applied = admin.send("POST", path + "apply/", "{}");

        assertThat(applied.statusCode()).isEqualTo(200);
        assertThat(applied.body()).contains("\"status\":\"successful\"");
        assertThat(groups(name)).isOne();
        assertThat(admin.send("DELETE", path, "").statusCode()).isEqualTo(204);
    }

    @Test
    void refusesAnInstanceThatCannotBeRead() {
        for (String body : List.of("{\"name\":\"n\",\"content\":\"version: 1\"}", "{\"name\":\"n\",\"path\":\"../../etc/passwd\"}",
                "{\"name\":\"n\",\"path\":\"oci://x/y\"}", "{\"name\":\"n\"}", "{\"name\":\"n\",\"content\":\"a\",\"path\":\"b\"}")) {
            assertThat(admin.send("POST", "/managed/blueprints/", body).statusCode()).as(body).isEqualTo(400);
        }
    }

    @Test
    void everyDefaultBlueprintWasAppliedAtStart() {
        String available = admin.send("GET", "/managed/blueprints/available/", "").body();

        assertThat(available).contains("default/default-authentication-flow.yaml").contains("\"hash\"");
        assertThat(admin.get("/managed/blueprints/?page_size=100").getJsonArray("results"))
                .filteredOn(one -> one.asJsonObject().getString("path").startsWith("default/")).isNotEmpty()
                .allSatisfy(one -> assertThat(one.asJsonObject().getString("status")).as(one.toString()).isEqualTo("successful"));
    }

    @Test
    void refusesFormsThatAreNone() throws Exception {
        String whole = "multipart/form-data; boundary=" + BOUNDARY;
        String unnamed = "--" + BOUNDARY + "\r\nContent-Disposition: form-data\r\n\r\nx\r\n--" + BOUNDARY + "--\r\n";
        String bare = "--" + BOUNDARY + "\r\n\r\nx\r\n--" + BOUNDARY + "--\r\n";
        for (String[] form : new String[][] {{"multipart/form-data", "x"}, {whole, "x"}, {whole, ""}, {whole, unnamed}, {whole, bare}, {"text/plain", "x"}}) {
            HttpResponse<String> answer = HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(server.url() + "/api/v3/managed/blueprints/import/"))
                    .header("Authorization", "Bearer " + GatehouseServer.TOKEN).header("Content-Type", form[0])
                    .POST(HttpRequest.BodyPublishers.ofString(form[1])).build(), HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(form[0] + form[1] + answer.body()).isBetween(400, 499);
        }
    }

    @Test
    void isForThoseWhoManageTheInstallation() throws Exception {
        assertThat(importing("no-such-token", group("x", "{}"), "").statusCode()).isEqualTo(403);
        assertThat(importing(GatehouseServer.TOKEN, "", "").statusCode()).isEqualTo(400);
    }
}
