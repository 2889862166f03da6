package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;

/** The management API with a bearer token, and the few objects tests need. */
public final class ApiClient {

    private final HttpBrowser http;
    private final String token;

    public ApiClient(String url, String token) {
        this.http = new HttpBrowser(url);
        this.token = token;
    }

    public HttpResponse<String> send(String method, String path, String body) {
        return http.send(http.request("/api/v3" + path).method(method, BodyPublishers.ofString(body))
                .header("Authorization", "Bearer " + token).header("Content-Type", "application/json"));
    }

    public JsonObject get(String path) {
        HttpResponse<String> response = send("GET", path, "");
        assertThat(response.statusCode()).as(path + " " + response.body()).isEqualTo(200);
        return HttpBrowser.json(response);
    }

    /** Creates an object and returns it as the API shows it. */
    public JsonObject create(String path, JsonObject body) {
        HttpResponse<String> response = send("POST", path, body.toString());
        assertThat(response.statusCode()).as(path + " " + response.body()).isEqualTo(201);
        return HttpBrowser.json(response);
    }

    public JsonObject patch(String path, JsonObject body) {
        HttpResponse<String> response = send("PATCH", path, body.toString());
        assertThat(response.statusCode()).as(path + " " + response.body()).isEqualTo(200);
        return HttpBrowser.json(response);
    }

    /** An application with a confidential OAuth2 provider (or a public one when the secret is empty); returns the provider. */
    public JsonObject oauthApplication(String slug, String clientSecret, List<String> redirectUris, String authorizationFlow) {
        JsonObjectBuilder provider = Json.createObjectBuilder()
                .add("name", slug)
                .add("authorization_flow", flowId(authorizationFlow))
                .add("invalidation_flow", flowId("default-provider-invalidation-flow"))
                .add("client_id", slug)
                .add("client_type", clientSecret.isEmpty() ? "public" : "confidential")
                .add("signing_key", get("/crypto/certificatekeypairs/?ordering=name").getJsonArray("results").getJsonObject(0).getString("pk"))
                .add("property_mappings", scopeMappings());
        if (!clientSecret.isEmpty()) {
            provider.add("client_secret", clientSecret);
        }
        var uris = Json.createArrayBuilder();
        redirectUris.forEach(uri -> uris.add(redirectUri(uri)));
        JsonObject created = create("/providers/oauth2/", provider.add("redirect_uris", uris).build());
        create("/core/applications/", Json.createObjectBuilder().add("name", "Application " + slug).add("slug", slug)
                .add("provider", created.getInt("pk")).build());
        return created;
    }

    /** {@code logout:URI} registers a post-logout URI, anything else an authorization one. */
    private static JsonObjectBuilder redirectUri(String uri) {
        boolean logout = uri.startsWith("logout:");
        return Json.createObjectBuilder().add("matching_mode", "strict")
                .add("url", logout ? uri.substring("logout:".length()) : uri)
                .add("redirect_uri_type", logout ? "logout" : "authorization");
    }

    public String flowId(String slug) {
        return get("/flows/instances/" + slug + "/").getString("pk");
    }

    private jakarta.json.JsonArrayBuilder scopeMappings() {
        var ids = Json.createArrayBuilder();
        get("/propertymappings/provider/scope/?page_size=100&managed__isnull=false").getJsonArray("results")
                .forEach(mapping -> ids.add(mapping.asJsonObject().getString("pk")));
        return ids;
    }
}
