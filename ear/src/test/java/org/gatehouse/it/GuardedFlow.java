package org.gatehouse.it;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.StringReader;

/** A flow that policies guard and that leads to {@code https://passed.example/}, made through the API. */
final class GuardedFlow {

    private static final String PASSED = "https://passed.example/";

    private final ApiClient api;
    private final String slug = "guarded-" + Long.toString(System.nanoTime(), 36);
    private final String id;

    GuardedFlow(ApiClient api, String mode) {
        this.api = api;
        id = api.create("/flows/instances/", Json.createObjectBuilder().add("name", slug).add("slug", slug).add("title", slug)
                .add("designation", "stage_configuration").add("policy_engine_mode", mode).build()).getString("pk");
        String last = api.create("/stages/redirect/", Json.createObjectBuilder().add("name", "end of " + slug).add("mode", "static")
                .add("target_static", PASSED).build()).getString("pk");
        bindStage(last, 100);
    }

    /** Puts a stage into the flow and returns its binding's id. */
    String bindStage(String stage, int order) {
        return api.create("/flows/bindings/", Json.createObjectBuilder().add("target", id).add("stage", stage).add("order", order).build())
                .getString("pk");
    }

    String id() {
        return id;
    }

    String slug() {
        return slug;
    }

    /** Binds a policy to the flow. */
    GuardedFlow guardedBy(String policy, String... options) {
        bind(api, id, policy, options);
        return this;
    }

    /** Binds a policy to anything; options are {@code name=value} with JSON values. */
    static String bind(ApiClient api, String target, String policy, String... options) {
        JsonObjectBuilder binding = Json.createObjectBuilder().add("target", target).add("policy", policy).add("order", 0);
        for (String option : options) {
            int equals = option.indexOf('=');
            try (var reader = Json.createReader(new StringReader(option.substring(equals + 1)))) {
                binding.add(option.substring(0, equals), reader.readValue());
            }
        }
        return api.create("/policies/bindings/", binding.build()).getString("pk");
    }

    /** A prompt stage for a password that these policies check, before the end of the flow. */
    GuardedFlow askingForPassword(String... policies) {
        String prompt = api.create("/stages/prompt/prompts/", Json.createObjectBuilder().add("name", slug).add("field_key", "password")
                .add("label", "Password").add("type", "password").build()).getString("pk");
        JsonArrayBuilder checks = Json.createArrayBuilder();
        for (String policy : policies) {
            checks.add(policy);
        }
        bindStage(api.create("/stages/prompt/stages/", Json.createObjectBuilder().add("name", "prompt of " + slug)
                .add("fields", Json.createArrayBuilder().add(prompt)).add("validation_policies", checks).build()).getString("pk"), 10);
        return this;
    }

    /** Whether a browser gets to the end. */
    boolean lets(HttpBrowser browser) {
        return isPassed(browser.challenge(slug));
    }

    /** What comes after a password was typed. */
    JsonObject typed(HttpBrowser browser, String password) {
        browser.challenge(slug);
        return browser.answer(slug, Json.createObjectBuilder().add("component", "ak-stage-prompt").add("password", password).build());
    }

    static boolean isPassed(JsonObject challenge) {
        return challenge.getString("component").equals("xak-flow-redirect") && challenge.getString("to").equals(PASSED);
    }
}
