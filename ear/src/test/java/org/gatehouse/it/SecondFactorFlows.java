package org.gatehouse.it;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

/** Flows around second factors, and people to go through them, made over the API. */
final class SecondFactorFlows {

    static final String PASSWORD = "tall-tree-quiet-river";

    private final ApiClient api;
    private final String suffix = Long.toString(System.nanoTime(), 36);

    SecondFactorFlows(ApiClient api) {
        this.api = api;
    }

    String suffix() {
        return suffix;
    }

    /** A person with {@link #PASSWORD}. */
    JsonObject user(String name) {
        JsonObject user = api.create("/core/users/", Json.createObjectBuilder().add("username", name + "-" + suffix).add("name", name)
                .add("path", "users").build());
        api.send("POST", "/core/users/" + user.getInt("pk") + "/set_password/", "{\"password\":\"" + PASSWORD + "\"}");
        return user;
    }

    /** The API as this person calls it. */
    ApiClient apiOf(String url, JsonObject user) {
        String key = "key-of-" + user.getString("username") + "-0123456789";
        api.create("/core/tokens/", Json.createObjectBuilder().add("identifier", user.getString("username")).add("user", user.getInt("pk"))
                .add("intent", "api").add("key", key).build());
        return new ApiClient(url, key);
    }

    /** A flow by which people set up what the stage sets up; the flow's slug. */
    String setup(String path, JsonObjectBuilder settings) {
        String slug = "setup-" + path + "-" + suffix;
        String flow = flow(slug, "stage_configuration", "require_authenticated");
        JsonObject stage = stage("authenticator/" + path, settings.add("configure_flow", flow));
        bind(flow, stage.getString("pk"), 0);
        return slug;
    }

    /** A login that asks for name, password, and what the stage validates; the flow's slug. */
    String login(JsonObjectBuilder settings) {
        String slug = "login-" + System.nanoTime();
        String flow = flow(slug, "authentication", "none");
        bind(flow, existing("default-authentication-identification"), 0);
        bind(flow, existing("default-authentication-password"), 1);
        bind(flow, stage("authenticator/validate", settings).getString("pk"), 2);
        bind(flow, existing("default-authentication-login"), 3);
        return slug;
    }

    JsonObject stage(String path, JsonObjectBuilder settings) {
        return api.create("/stages/" + path + "/", settings.add("name", path.replace('/', '-') + "-" + System.nanoTime()).build());
    }

    private String flow(String slug, String designation, String authentication) {
        return api.create("/flows/instances/", Json.createObjectBuilder().add("name", slug).add("slug", slug).add("title", slug)
                .add("designation", designation).add("authentication", authentication).build()).getString("pk");
    }

    private void bind(String flow, String stage, int order) {
        api.create("/flows/bindings/", Json.createObjectBuilder().add("target", flow).add("stage", stage).add("order", order).build());
    }

    private String existing(String name) {
        return api.get("/stages/all/?name=" + name).getJsonArray("results").getJsonObject(0).getString("pk");
    }

    /** Goes through a login up to the second factor, and returns its challenge. */
    static JsonObject upToValidation(HttpBrowser browser, String flow, String username) {
        browser.challenge(flow);
        browser.answer(flow, Json.createObjectBuilder().add("component", "ak-stage-identification").add("uid_field", username).build());
        return browser.answer(flow, Json.createObjectBuilder().add("component", "ak-stage-password").add("password", PASSWORD).build());
    }

    /** Answers a validation with a code. */
    static JsonObject code(HttpBrowser browser, String flow, String code) {
        return browser.answer(flow, Json.createObjectBuilder().add("component", "ak-stage-authenticator-validate").add("code", code).build());
    }
}
