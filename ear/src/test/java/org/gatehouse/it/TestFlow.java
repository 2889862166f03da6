package org.gatehouse.it;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

/** A flow of a test's own, put together over the API. */
final class TestFlow {

    private final ApiClient api;
    private final String slug;
    private final String pk;
    private int order;

    TestFlow(ApiClient api, String designation) {
        this.api = api;
        slug = designation.replace('_', '-') + "-" + System.nanoTime();
        pk = api.create("/flows/instances/", Json.createObjectBuilder().add("name", slug).add("slug", slug).add("title", "Test flow")
                .add("designation", designation).build()).getString("pk");
    }

    String slug() {
        return slug;
    }

    /** Creates a stage and binds it behind the others. */
    TestFlow then(String stagePath, JsonObjectBuilder settings) {
        return bind(stage(stagePath, settings));
    }

    /** Creates a stage that is not bound; returns its key. */
    String stage(String stagePath, JsonObjectBuilder settings) {
        return api.create("/stages/" + stagePath + "/", settings.add("name", stagePath + " " + System.nanoTime()).build()).getString("pk");
    }

    TestFlow bind(String stage) {
        api.create("/flows/bindings/", Json.createObjectBuilder().add("target", pk).add("stage", stage).add("order", order++).build());
        return this;
    }

    /** Asks for a user name. */
    TestFlow identification() {
        return then("identification", Json.createObjectBuilder().add("user_fields", Json.createArrayBuilder().add("username").add("email")));
    }

    /** Opens a session. */
    TestFlow login() {
        return then("user_login", Json.createObjectBuilder());
    }

    static JsonObject identified(String name) {
        return Json.createObjectBuilder().add("component", "ak-stage-identification").add("uid_field", name).build();
    }
}
