package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Rules and transports from outside: an event happens, people are told of it, once, and nobody else sees it. */
@ExtendWith(GatehouseServer.class)
class NotificationIT {

    private static final String MINE = "/events/notifications/";

    @Test
    void tellsThePeopleOfARuleInTheProductAndByWebhook(GatehouseServer server) {
        ApiClient api = server.api();
        String name = "told" + System.nanoTime();
        try (HttpStub hook = new HttpStub().on("/hook", "text/plain", body -> "ok")) {
            String body = mapping(api, name + "-body", "{\"text\": notification.body, \"by\": event.user.username, \"to\": user.username}");
            String headers = mapping(api, name + "-headers", "{\"X-Token\": \"t0ken\"}");
            String webhook = api.create("/events/transports/", Json.createObjectBuilder().add("name", name + "-hook").add("mode", "webhook")
                    .add("webhook_url", hook.url("/hook")).add("webhook_mapping_body", body).add("webhook_mapping_headers", headers)
                    .add("send_once", true).build()).getString("pk");
            String local = api.create("/events/transports/", Json.createObjectBuilder().add("name", name + "-local").add("mode", "local").build())
                    .getString("pk");
            String rule = rule(api, name, List.of(webhook, local), "custom_" + name);
            api.create("/events/events/", event("custom_" + name, "The door is open"));

            await(() -> !hook.received().isEmpty());
            await(() -> count(api, "?search=door&ordering=-created") > 0);
            LockSupport.parkNanos(1_500_000_000L);
            assertThat(hook.received()).hasSize(1);
            assertThat(hook.received().get(0)).contains("The door is open").contains("\"by\":\"akadmin\"").contains("\"to\":\"akadmin\"");
            JsonObject seen = first(api, "?search=door");
            assertThat(seen.getString("severity")).isEqualTo("alert");
            assertThat(seen.getJsonObject("event").getString("action")).isEqualTo("custom_" + name);
            assertThat(api.send("DELETE", "/events/transports/" + local + "/", "").statusCode()).isEqualTo(409);
            assertThat(api.send("DELETE", "/events/rules/" + rule + "/", "").statusCode()).isEqualTo(204);
            assertThat(api.send("DELETE", "/events/transports/" + local + "/", "").statusCode()).isEqualTo(204);
            read(api, seen);
        }
    }

    private static void read(ApiClient api, JsonObject seen) {
        String path = MINE + seen.getString("pk") + "/";
        assertThat(api.patch(path, Json.createObjectBuilder().add("seen", true).build()).getBoolean("seen")).isTrue();
        assertThat(api.send("PATCH", path, "{\"seen\": 7}").statusCode()).isEqualTo(400);
        assertThat(api.send("PATCH", path, "{\"hyperlink\": \"javascript:alert(1)\"}").statusCode()).isEqualTo(400);
        assertThat(api.send("POST", MINE + "mark_all_seen/", "").statusCode()).isEqualTo(204);
        assertThat(count(api, "?seen=false")).isZero();
        assertThat(api.send("DELETE", path, "").statusCode()).isEqualTo(204);
        assertThat(api.send("GET", path, "").statusCode()).isEqualTo(404);
    }

    @Test
    void tellsWhoeverAskedForAnExportThatItIsReady(GatehouseServer server) {
        ApiClient api = server.api();
        String export = api.create("/events/events/export/?action=login", Json.createObjectBuilder().build()).getString("id");

        await(() -> count(api, "?search=export") > 0);
        assertThat(first(api, "?search=export").getJsonObject("event").getString("action")).isEqualTo("export_ready");
        assertThat(api.send("GET", "/reports/exports/" + export + "/file/?format=csv", "").statusCode()).isEqualTo(200);
    }

    @Test
    void showsNobodyWhatSomebodyElseWasTold(GatehouseServer server) {
        ApiClient api = server.api();
        String transport = api.create("/events/transports/", Json.createObjectBuilder().add("name", "trial" + System.nanoTime()).add("mode", "local")
                .build()).getString("pk");
        assertThat(api.send("POST", "/events/transports/" + transport + "/test/", "").body()).contains("messages");
        String mine = first(api, "?search=test").getString("pk");

        HttpBrowser other = server.browser();
        other.login(Person.create(api, "other").username(), Person.PASSWORD);
        assertThat(other.get("/api/v3" + MINE + mine + "/").statusCode()).isEqualTo(404);
        assertThat(other.get("/api/v3" + MINE + "?user=1").body()).doesNotContain(mine);
        assertThat(other.get("/api/v3/events/transports/").statusCode()).isEqualTo(403);
        assertThat(server.browser().get("/api/v3" + MINE).statusCode()).isIn(401, 403);
    }

    @Test
    void refusesTransportsThatLeadNowhere(GatehouseServer server) {
        ApiClient api = server.api();
        for (String url : List.of("", "ftp://example.com/", "http://", "https://example.com/#x", "file:///etc/passwd")) {
            JsonObject transport = Json.createObjectBuilder().add("name", "bad" + System.nanoTime()).add("mode", "webhook").add("webhook_url", url).build();
            assertThat(api.send("POST", "/events/transports/", transport.toString()).body()).as(url).contains("webhook_url");
        }
        String inner = api.create("/events/transports/", Json.createObjectBuilder().add("name", "inner" + System.nanoTime()).add("mode", "webhook")
                .add("webhook_url", "http://169.254.169.254/latest/meta-data/").build()).getString("pk");
        assertThat(api.send("POST", "/events/transports/" + inner + "/test/", "").statusCode()).isEqualTo(400);
    }

    private static String mapping(ApiClient api, String name, String expression) {
        return api.create("/propertymappings/notification/", Json.createObjectBuilder().add("name", name).add("expression", expression).build())
                .getString("pk");
    }

    private static String rule(ApiClient api, String name, List<String> transports, String action) {
        String group = api.get("/core/groups/?name=Gatehouse%20Admins").getJsonArray("results").getJsonObject(0).getString("pk");
        JsonObjectBuilder document = Json.createObjectBuilder().add("name", name).add("severity", "alert").add("destination_group", group)
                .add("transports", Json.createArrayBuilder(transports));
        String rule = api.create("/events/rules/", document.build()).getString("pk");
        String policy = api.create("/policies/event_matcher/", Json.createObjectBuilder().add("name", name)
                .add("query", "action = \"" + action + "\"").build()).getString("pk");
        api.create("/policies/bindings/", Json.createObjectBuilder().add("target", rule).add("policy", policy).add("order", 0).build());
        return rule;
    }

    private static JsonObject event(String action, String message) {
        return Json.createObjectBuilder().add("action", action).add("app", "it").add("context", Json.createObjectBuilder().add("message", message)).build();
    }

    private static int count(ApiClient api, String query) {
        return api.get(MINE + query).getJsonObject("pagination").getInt("count");
    }

    private static JsonObject first(ApiClient api, String query) {
        JsonArray found = api.get(MINE + query).getJsonArray("results");
        assertThat(found).isNotEmpty();
        return found.getJsonObject(0);
    }

    private static void await(BooleanSupplier done) {
        for (int attempt = 0; attempt < 150 && !done.getAsBoolean(); attempt++) {
            LockSupport.parkNanos(100_000_000L);
        }
        assertThat(done.getAsBoolean()).isTrue();
    }
}
