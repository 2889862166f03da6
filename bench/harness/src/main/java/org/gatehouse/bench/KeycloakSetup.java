package org.gatehouse.bench;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.util.Map;

/** Makes the objects of the benchmark through Keycloak's admin API. */
record KeycloakSetup(String url) {

    /** Imports the realm with its clients and the user all others are copied from. */
    void realm() {
        try (InputStream file = KeycloakSetup.class.getResourceAsStream("realm.json"); var reader = Json.createReader(file)) {
            HttpResponse<String> response = new Browser().postJson(url + "/admin/realms", reader.readObject(), "Authorization", bearer());
            if (response.statusCode() != 201) {
                throw new IllegalStateException("the realm was not imported: " + response.statusCode() + " " + response.body());
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A confidential client like the one of the other scenarios. */
    void client(String clientId) {
        JsonObject client = Json.createObjectBuilder().add("clientId", clientId).add("secret", Product.CLIENT_SECRET)
                .add("redirectUris", Json.createArrayBuilder().add(Product.REDIRECT)).add("standardFlowEnabled", true)
                .add("directAccessGrantsEnabled", false).add("consentRequired", false)
                .add("attributes", Json.createObjectBuilder().add("pkce.code.challenge.method", "S256")).build();
        int status = new Browser().postJson(url + "/admin/realms/bench/clients", client, "Authorization", bearer()).statusCode();
        if (status != 201) {
            throw new IllegalStateException("the client was not made: " + status);
        }
    }

    /** Hashes the password anew, at the cost of the running server. */
    void setTemplatePassword() {
        String users = url + "/admin/realms/bench/users";
        HttpResponse<String> found = new Browser().get(users + "?username=template&exact=true", "Authorization", bearer());
        String id = found.body().replaceAll("(?s).*?\"id\":\"([^\"]+)\".*", "$1");
        JsonObject password = Json.createObjectBuilder().add("type", "password").add("value", Product.PASSWORD).add("temporary", false).build();
        int status = new Browser().put(users + "/" + id + "/reset-password", password, "Authorization", bearer()).statusCode();
        if (status != 204) {
            throw new IllegalStateException("the password was not set: " + status);
        }
    }

    private String bearer() {
        return "Bearer " + Browser.json(new Browser().postForm(url + "/realms/master/protocol/openid-connect/token",
                Map.of("grant_type", "password", "client_id", "admin-cli", "username", "admin", "password", Product.PASSWORD)), 200)
                .getString("access_token");
    }
}
