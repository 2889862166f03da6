package org.gatehouse.it;

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
                .later("/events/", "the part events");
    }

    private String notification() {
        JsonArray found = server.api().get("/events/notifications/").getJsonArray("results");
        return found.isEmpty() ? "there-is-none" : found.getJsonObject(0).getString("pk");
    }
}
