package org.gatehouse.provider.oauth2;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.gatehouse.crypto.SecretCipher;
import org.gatehouse.event.RequestOrigin;
import org.gatehouse.fixture.LocalCaches;
import org.gatehouse.fixture.MovableClock;
import org.gatehouse.fixture.RecordedEvents;
import org.gatehouse.fixture.Wired;
import org.gatehouse.limit.FailureThrottle;
import org.gatehouse.model.oauth2.RetiredSecretTable;
import org.gatehouse.model.policy.PolicyEngineMode;
import org.gatehouse.outgoing.OutgoingHttp;
import org.gatehouse.provider.GuardedApplication;
import org.gatehouse.provider.oauth2.authentication.AssertionClaims;
import org.gatehouse.provider.oauth2.authentication.AssertionProof;
import org.gatehouse.provider.oauth2.authentication.CertificateProof;
import org.gatehouse.provider.oauth2.authentication.ClientAuthenticator;
import org.gatehouse.provider.oauth2.authentication.ClientAuthorities;
import org.gatehouse.provider.oauth2.authentication.ClientKeys;
import org.gatehouse.provider.oauth2.authentication.ClientProofs;
import org.gatehouse.provider.oauth2.authentication.ClientSecrets;
import org.gatehouse.provider.oauth2.authentication.SecretProof;
import org.gatehouse.provider.oauth2.replay.InMemoryIdentifiers;
import org.gatehouse.provider.oauth2.replay.UsedIdentifiers;
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

    /** Finds this client, whatever it is at the moment, by its client id. */
    public static OAuthClients only(Supplier<OAuthClient> client) {
        return new OAuthClients() {
            @Override
            public Optional<OAuthClient> find(String clientId) {
                return Optional.of(client.get()).filter(known -> known.clientId().equals(clientId));
            }
        };
    }

    /** What authenticates clients, made of these parts; what is missing is there and empty. */
    public static ClientAuthenticator authenticator(Object... parts) {
        MovableClock clock = new MovableClock();
        List<Object> all = new ArrayList<>(List.of(parts));
        all.addAll(List.of(CIPHER, clock, new RequestOrigin(), new NoFormerSecrets(), new UsedIdentifiers(new InMemoryIdentifiers()),
                new ClientKeys(new OutgoingHttp(), clock), new ClientAuthorities(List.of(), clock)));
        all.add(Wired.with(new FailureThrottle(), with(all, new LocalCaches())));
        all.add(Wired.with(new SuspiciousRequests(), with(all, new RecordedEvents())));
        all.add(Wired.with(new ClientSecrets(), all.toArray()));
        all.add(Wired.with(new AssertionClaims(), all.toArray()));
        all.add(new ClientProofs(List.of(Wired.with(new SecretProof(), all.toArray()), Wired.with(new AssertionProof(), all.toArray()),
                Wired.with(new CertificateProof(), all.toArray()))));
        return Wired.with(new ClientAuthenticator(), all.toArray());
    }

    private static Object[] with(List<Object> parts, Object more) {
        List<Object> all = new ArrayList<>(parts);
        all.add(more);
        return all.toArray();
    }

    /** No client has a former secret. */
    private static final class NoFormerSecrets extends RetiredSecretTable {

        @Override
        public Optional<String> find(UUID providerId, Instant now) {
            return Optional.empty();
        }
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
