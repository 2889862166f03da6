package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The audit log from outside: lists and figures, and what the chain of hashes says when somebody has been at the database. */
@ExtendWith(GatehouseServer.class)
class EventsIT {

    @Test
    void listsFiltersSearchesAndCounts(GatehouseServer server) {
        String word = "w" + System.nanoTime();
        JsonObject made = report(server, word, "custom_door");

        assertThat(count(server, "?action=custom_door&search=" + word)).isEqualTo(1);
        assertThat(count(server, "?action=custom_door&search=" + word.substring(0, word.length() - 2) + "%20door")).isEqualTo(1);
        assertThat(count(server, "?search=" + word + "&action=login")).isZero();
        assertThat(count(server, "?action=custom_door&search=%27%29%3B--" + word)).isEqualTo(1);
        assertThat(server.api().get("/events/events/?ordering=created&page_size=1").getJsonArray("results")).hasSize(1);
        assertThat(server.api().get("/events/events/" + made.getString("pk") + "/").getJsonObject("user").containsKey("reported_by")).isFalse();
        assertThat(server.api().send("GET", "/events/events/volume/?action=custom_door&history_days=1", "").body()).contains("\"custom_\"");
        JsonObject stats = server.api().get("/events/events/stats/?count_steps=hours%3D1&count_steps=days%3D7&action=custom_door");
        assertThat(stats.getInt("unique_users")).isEqualTo(1);
        assertThat(stats.getJsonObject("count_step").getInt("hours=1")).isPositive();
    }

    @Test
    void keepsAnEventForLongerButNeverChangesIt(GatehouseServer server) {
        JsonObject made = report(server, "fact", "custom_fact");
        String path = "/events/events/" + made.getString("pk") + "/";

        assertThat(server.api().send("PATCH", path, "{\"app\": \"other\", \"context\": {}}").statusCode()).isEqualTo(200);
        assertThat(server.api().get(path)).isEqualTo(made);
        assertThat(server.api().send("PATCH", path, "{\"expires\": \"2020-01-01T00:00:00Z\"}").statusCode())
                .isEqualTo(400);
        assertThat(server.api().send("PATCH", path, "{\"expires\": \"2099-01-01T00:00:00Z\"}").statusCode())
                .isEqualTo(200);
        assertThat(server.api().get(path).getString("expires")).startsWith("2099-01-01");
    }

    @Test
    void exportsWhatWasAskedForInEachFormat(GatehouseServer server) {
        report(server, "=1+1", "custom_export");
        JsonObject export = server.api().create("/events/events/export/?action=custom_export", Json.createObjectBuilder().build());
        report(server, "later", "custom_export");
        String file = "/reports/exports/" + export.getString("id") + "/file/?format=";

        assertThat(export.getBoolean("completed")).isTrue();
        assertThat(server.api().get("/reports/exports/").toString()).contains(export.getString("id"));
        assertThat(server.api().send("GET", file + "csv", "").body()).startsWith("pk,created").contains("custom_export").doesNotContain("later");
        assertThat(server.api().send("GET", file + "json", "").body()).startsWith("{\"pk\"").contains("=1+1");
        assertThat(server.api().send("GET", file + "ocsf", "").body()).contains("\"class_uid\":0");
        assertThat(server.api().send("GET", file + "exe", "").statusCode()).isEqualTo(400);
        assertThat(server.browser().get("/api/v3" + file + "csv").statusCode()).isIn(401, 403);
        assertThat(server.api().send("DELETE", "/reports/exports/" + export.getString("id") + "/", "").statusCode()).isEqualTo(204);
        assertThat(server.api().send("GET", file + "csv", "").statusCode()).isEqualTo(404);
    }

    @Test
    void chainsEventsAndNamesTheFirstThatWasChanged(GatehouseServer server) throws SQLException {
        JsonObject first = report(server, "first", "custom_chain");
        JsonObject second = report(server, "second", "custom_chain");
        JsonObject whole = awaitLinked(server);
        assertThat(whole.getBoolean("whole")).as(whole.toString()).isTrue();
        String anchor = whole.getJsonNumber("last_seq") + ":" + whole.getString("last_hash");
        try (Connection connection = server.database().connect(); Statement statement = connection.createStatement()) {
            String row = " WHERE id = '" + first.getString("pk") + "'";
            statement.executeUpdate("UPDATE audit_event SET actor = actor || '{\"username\": \"mallory\"}'" + row);
            assertThat(fault(server)).contains("event_changed").contains(first.getString("pk"));
            statement.executeUpdate("UPDATE audit_event SET actor = actor || '{\"username\": \"akadmin\"}'" + row);
            assertThat(verify(server, "").getBoolean("whole")).isTrue();

            statement.executeUpdate("UPDATE event_chain SET base_seq = base_seq - 1");
            assertThat(verify(server, "").toString()).contains("ends_forged");
            statement.executeUpdate("UPDATE event_chain SET base_seq = base_seq + 1");
            assertThat(verify(server, "?anchor=" + anchor).getBoolean("whole")).isTrue();
            assertThat(verify(server, "?anchor=" + anchor.replaceAll(":.", anchor.contains(":0") ? ":1" : ":0")).toString()).contains("anchor_lost");
            assertThat(server.api().send("DELETE", "/events/events/" + second.getString("pk") + "/", "").statusCode()).isEqualTo(204);
            awaitLinked(server);
            assertThat(verify(server, "").getBoolean("whole")).as("a deletion that left its own event").isTrue();

            // From here on the log is not whole any more, and stays so.
            statement.executeUpdate("INSERT INTO audit_event (id, action, app, created, expires)"
                    + " VALUES (gen_random_uuid(), 'login', 'forged', now(), now() + interval '1 day')");
            assertThat(fault(server)).contains("event_foreign");
            statement.executeUpdate("DELETE FROM audit_event WHERE app = 'forged'");
            assertThat(fault(server)).contains("event_missing");
        }
    }

    private static JsonObject report(GatehouseServer server, String word, String action) {
        return server.api().create("/events/events/", Json.createObjectBuilder().add("action", action).add("app", "it")
                .add("context", Json.createObjectBuilder().add("word", word)).build());
    }

    private static int count(GatehouseServer server, String query) {
        return server.api().get("/events/events/" + query).getJsonObject("pagination").getInt("count");
    }

    private static JsonObject verify(GatehouseServer server, String query) {
        return server.api().get("/events/events/verify/" + query);
    }

    private static String fault(GatehouseServer server) {
        awaitLinked(server);
        return verify(server, "").get("fault").toString();
    }

    private static JsonObject awaitLinked(GatehouseServer server) {
        JsonObject report = verify(server, "");
        for (int attempt = 0; attempt < 100 && report.getInt("waiting") > 0; attempt++) {
            LockSupport.parkNanos(100_000_000L);
            report = verify(server, "");
        }
        return report;
    }
}
