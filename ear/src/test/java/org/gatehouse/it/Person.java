package org.gatehouse.it;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.Optional;

/** Somebody with an account, an address and a password, as a test's journey begins. */
record Person(int pk, String username) {

    static final String PASSWORD = "seven-green-bottles-hanging";

    static Person create(ApiClient api, String name) {
        String username = name + "-" + Long.toString(System.nanoTime(), 36);
        int pk = api.create("/core/users/", Json.createObjectBuilder().add("username", username).add("name", "Robin Field")
                .add("email", addressOf(username)).build()).getInt("pk");
        api.send("POST", "/core/users/" + pk + "/set_password/", Json.createObjectBuilder().add("password", PASSWORD).build().toString());
        return new Person(pk, username);
    }

    /** The address of somebody with this user name. */
    static String addressOf(String username) {
        return username + "@example.com";
    }

    /** An account as the API shows it now; empty when there is none. */
    static Optional<JsonObject> find(ApiClient api, String username) {
        JsonArray found = api.get("/core/users/?username=" + username).getJsonArray("results");
        return found.stream().map(one -> one.asJsonObject()).findFirst();
    }

    String email() {
        return addressOf(username);
    }

    /** The devices of a class, as an administrator sees them. */
    JsonArray devices(ApiClient api, String deviceClass) {
        return api.get("/authenticators/admin/" + deviceClass + "/?user=" + pk).getJsonArray("results");
    }

    /** Whether the password opens the account now, over the executor. */
    boolean canLogIn(GatehouseServer server, String password) {
        return server.browser().login(username, password).getString("component").equals("xak-flow-redirect");
    }
}
