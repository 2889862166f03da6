package org.gatehouse.bench;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

/** Makes the objects of the benchmark through Gatehouse's API. */
record GatehouseSetup(String url, String token) {

    /** An application with a confidential client of the same name and implicit consent; returns the application's id. */
    String application(String slug) {
        JsonArrayBuilder mappings = Json.createArrayBuilder();
        get("/propertymappings/provider/scope/?page_size=100").getJsonArray("results")
                .forEach(mapping -> mappings.add(mapping.asJsonObject().getString("pk")));
        JsonObject provider = create("/providers/oauth2/", Json.createObjectBuilder().add("name", slug)
                .add("authorization_flow", flow("default-provider-authorization-implicit-consent"))
                .add("invalidation_flow", flow("default-provider-invalidation-flow"))
                .add("client_id", slug).add("client_secret", Product.CLIENT_SECRET).add("client_type", "confidential")
                .add("grant_types", Json.createArrayBuilder().add("authorization_code").add("refresh_token").add("client_credentials"))
                .add("signing_key", get("/crypto/certificatekeypairs/?ordering=name").getJsonArray("results").getJsonObject(0).getString("pk"))
                .add("property_mappings", mappings)
                .add("access_token_validity", "hours=2")
                .add("redirect_uris", Json.createArrayBuilder().add(Json.createObjectBuilder().add("matching_mode", "strict")
                        .add("url", Product.REDIRECT).add("redirect_uri_type", "authorization"))));
        return create("/core/applications/", Json.createObjectBuilder().add("name", slug).add("slug", slug)
                .add("provider", provider.getInt("pk"))).getString("pk");
    }

    /** Binds an expression policy to an application that lets the benchmark's users in. */
    void denyStrangers(String application) {
        String policy = create("/policies/expression/", Json.createObjectBuilder().add("name", "bench")
                .add("expression", "user.username.startsWith(\"user\") && user.is_active")).getString("pk");
        create("/policies/bindings/", Json.createObjectBuilder().add("target", application).add("policy", policy).add("order", 0));
    }

    /** The user all others are copied from. */
    void templateUser() {
        create("/core/users/", Json.createObjectBuilder().add("username", "template").add("name", "Bench User")
                .add("email", "template@bench.example"));
    }

    /** Hashes the password anew, at the cost of the running server. */
    void setTemplatePassword() {
        int id = get("/core/users/?search=template").getJsonArray("results").getJsonObject(0).getInt("pk");
        int status = new Browser().postJson(url + "/api/v3/core/users/" + id + "/set_password/",
                Json.createObjectBuilder().add("password", Product.PASSWORD).build(), "Authorization", "Bearer " + token).statusCode();
        if (status != 204) {
            throw new IllegalStateException("the password was not set: " + status);
        }
    }

    private String flow(String slug) {
        return get("/flows/instances/" + slug + "/").getString("pk");
    }

    private JsonObject get(String path) {
        return Browser.json(new Browser().get(url + "/api/v3" + path, "Authorization", "Bearer " + token), 200);
    }

    private JsonObject create(String path, JsonObjectBuilder body) {
        return Browser.json(new Browser().postJson(url + "/api/v3" + path, body.build(), "Authorization", "Bearer " + token), 201);
    }
}
