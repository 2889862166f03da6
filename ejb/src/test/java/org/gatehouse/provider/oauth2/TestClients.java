package org.gatehouse.provider.oauth2;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.UUID;
import org.gatehouse.crypto.SecretCipher;
import org.gatehouse.model.policy.PolicyEngineMode;
import org.gatehouse.provider.GuardedApplication;
import org.gatehouse.type.RecordCodec;

/** Clients that are valid; vary one thing. */
public final class TestClients {

    public static final SecretCipher CIPHER = new SecretCipher(List.of("a secret of the tests"));
    public static final String SECRET = "0123456789abcdef0123456789abcdef";
    public static final String REDIRECT_URI = "https://app.example.com/cb";

    private TestClients() {
    }

    public static OAuthClient confidential() {
        return client(settings());
    }

    public static OAuthClient publicClient() {
        return client(settings().add("client_type", "public"));
    }

    /** The smallest document the API accepts. */
    public static JsonObjectBuilder settings() {
        return Json.createObjectBuilder()
                .add("authorization_flow", UUID.randomUUID().toString())
                .add("invalidation_flow", UUID.randomUUID().toString())
                .add("client_id", "app")
                .add("client_secret", SECRET)
                .add("redirect_uris", uris(REDIRECT_URI));
    }

    public static JsonArrayBuilder uris(String... urls) {
        JsonArrayBuilder uris = Json.createArrayBuilder();
        for (String url : urls) {
            uris.add(Json.createObjectBuilder().add("matching_mode", "strict").add("url", url));
        }
        return uris;
    }

    public static OAuth2ProviderSettings read(JsonObjectBuilder document) {
        return new RecordCodec(CIPHER).fromWire(OAuth2ProviderSettings.class, document.build());
    }

    public static OAuthClient client(JsonObjectBuilder document) {
        return new OAuthClient(UUID.randomUUID(), 1, "App", read(document), List.of(),
                new GuardedApplication(UUID.randomUUID(), "App", "app", PolicyEngineMode.ANY));
    }
}
