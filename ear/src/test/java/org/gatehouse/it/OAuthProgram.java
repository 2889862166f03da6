package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A confidential client as its own requests show it, at the endpoints that programs call. */
final class OAuthProgram {

    static final String SECRET = "the secret of a client that makes mistakes";
    static final String REDIRECT = "https://rp.example.com/callback";
    static final String CLIENT_CREDENTIALS = "client_credentials";
    static final String DEVICE_CODE = "urn:ietf:params:oauth:grant-type:device_code";

    private final GatehouseServer server;
    private final String id;

    private OAuthProgram(GatehouseServer server, String id) {
        this.server = server;
        this.id = id;
    }

    /** A new client that may use these grants. */
    static OAuthProgram create(GatehouseServer server, String name, String... grants) {
        String id = name + "-" + Long.toString(System.nanoTime(), 36);
        JsonObject provider = server.api().oauthApplication(id, SECRET, List.of(REDIRECT), "default-provider-authorization-implicit-consent");
        JsonArrayBuilder allowed = Json.createArrayBuilder(List.of(grants));
        server.api().patch("/providers/oauth2/" + provider.getInt("pk") + "/", Json.createObjectBuilder().add("grant_types", allowed).build());
        return new OAuthProgram(server, id);
    }

    String id() {
        return id;
    }

    /** The client in the browser of somebody who is logged in. */
    CodeFlow flow(HttpBrowser browser) {
        return new CodeFlow(browser, id, REDIRECT);
    }

    /** Sends a form with the client's credentials in it; parameters follow in pairs, and a null takes one away. */
    HttpResponse<String> post(String endpoint, String... pairs) {
        Map<String, String> form = new LinkedHashMap<>(Map.of("client_id", id, "client_secret", SECRET));
        for (int i = 0; i < pairs.length; i += 2) {
            if (pairs[i + 1] == null) {
                form.remove(pairs[i]);
            } else {
                form.put(pairs[i], pairs[i + 1]);
            }
        }
        return server.browser().postForm("/application/o/" + endpoint + "/", form);
    }

    /** The same at the token endpoint. */
    HttpResponse<String> token(String grantType, String... pairs) {
        String[] all = new String[pairs.length + 2];
        all[0] = "grant_type";
        all[1] = grantType;
        System.arraycopy(pairs, 0, all, 2, pairs.length);
        return post("token", all);
    }

    /** An access token for the client itself. */
    String accessToken(String scope) {
        HttpResponse<String> response = token(CLIENT_CREDENTIALS, "scope", scope);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return HttpBrowser.json(response).getString("access_token");
    }

    /** What introspection says about a token. */
    JsonObject introspect(String token) {
        return HttpBrowser.json(post("introspect", "token", token));
    }

    /** The userinfo endpoint with this Authorization header, or none. */
    static HttpResponse<String> userInfo(GatehouseServer server, String authorization, String... headers) {
        HttpBrowser browser = server.browser();
        var request = browser.request("/application/o/userinfo/").GET();
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        return browser.send(headers.length == 0 ? request : request.headers(headers));
    }
}
