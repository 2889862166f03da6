package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Property mappings over the API: the types there are, checking on save, and trying one. */
@ExtendWith(GatehouseServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MappingIT {

    private ApiClient admin;
    private String suffix;

    @BeforeAll
    void start(GatehouseServer server) {
        admin = server.api();
        suffix = Long.toString(System.nanoTime(), 36);
    }

    private String mapping(String name, String expression) {
        return admin.create("/propertymappings/provider/scope/", Json.createObjectBuilder().add("name", name + suffix).add("scope_name", "s")
                .add("expression", expression).build()).getString("pk");
    }

    private JsonObject test(String key, String query, String body) {
        HttpResponse<String> answer = admin.send("POST", "/propertymappings/all/" + key + "/test/" + query, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.createReader(new StringReader(answer.body())).readObject();
    }

    @Test
    void triesAMappingForAUser() {
        int user = admin.get("/core/users/me/").getJsonObject("user").getInt("pk");
        String key = mapping("try-", "{'name': user.username, 'scopes': token.scopes, 'app': application.?slug.orValue('')}");

        JsonObject result = test(key, "", "{\"user\": " + user + ", \"context\": {\"token\": {\"scopes\": [\"a\"]}}}");

        assertThat(result.getBoolean("successful")).as(result.toString()).isTrue();
        assertThat(result.getString("result")).contains("\"scopes\":[\"a\"]").contains("akadmin");
        assertThat(test(key, "?format_result=true", "{\"user\": " + user + ", \"context\": {\"token\": {\"scopes\": []}}}").getString("result"))
                .contains("\n");
    }

    @Test
    void saysWhyAMappingFails() {
        JsonObject result = test(mapping("fail-", "{'x': user.username}"), "", "{}");

        assertThat(result.getBoolean("successful")).isFalse();
        assertThat(result.getString("result")).contains("line 1, column");
    }

    @Test
    void refusesWhatIsNoExpressionAndWhoIsNotThere() {
        HttpResponse<String> refused = admin.send("POST", "/propertymappings/provider/scope/",
                "{\"name\":\"bad-" + suffix + "\",\"scope_name\":\"s\",\"expression\":\"{'a': usr.name}\"}");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("Line 1, column").contains("usr");
        String key = mapping("none-", "{}");
        assertThat(admin.send("POST", "/propertymappings/all/" + key + "/test/", "{\"user\": 999999}").statusCode()).isEqualTo(400);
        assertThat(admin.send("POST", "/propertymappings/all/" + key + "/test/", "{\"user\": \"x\"}").statusCode()).isEqualTo(400);
        assertThat(admin.send("POST", "/propertymappings/all/00000000-0000-4000-8000-000000000000/test/", "{}").statusCode()).isEqualTo(404);
    }

    @Test
    void knowsTheTypes() {
        assertThat(admin.send("GET", "/propertymappings/all/types/", "").body()).contains("scopemapping").contains("notificationwebhookmapping");
        assertThat(admin.get("/propertymappings/all/?managed__isnull=false").getJsonObject("pagination").getInt("count")).isPositive();
    }
}
