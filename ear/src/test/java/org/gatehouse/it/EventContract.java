package org.gatehouse.it;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import org.gatehouse.it.contract.Particulars;

/** What the walk over the tag {@code events} cannot find out by itself. */
final class EventContract {

    private final GatehouseServer server;

    EventContract(GatehouseServer server) {
        this.server = server;
    }

    Particulars particulars() {
        return new Particulars()
                .found("/events/notifications/", this::notification)
                .call("events_events_stats_retrieve", () -> server.api().send("GET", "/events/events/stats/?count_steps=hours%3D24", ""));
    }

    /** What the administrator was told last; the test of a transport tells something. */
    private String notification() {
        ApiClient api = server.api();
        String transport = api.create("/events/transports/", Json.createObjectBuilder().add("name", "contract-" + System.nanoTime())
                .add("mode", "local").build()).getString("pk");
        api.send("POST", "/events/transports/" + transport + "/test/", "");
        JsonArray found = api.get("/events/notifications/").getJsonArray("results");
        return found.getJsonObject(0).getString("pk");
    }
}
