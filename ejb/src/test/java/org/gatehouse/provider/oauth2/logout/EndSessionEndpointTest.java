package org.gatehouse.provider.oauth2.logout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.fixture.Wired;
import org.gatehouse.flow.ContextKeys;
import org.gatehouse.flow.FlowStart;
import org.gatehouse.flow.InMemoryStage;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.OAuthClients;
import org.gatehouse.provider.oauth2.TestClients;
import org.gatehouse.provider.oauth2.protocol.OAuthRefusal;
import org.gatehouse.provider.oauth2.protocol.RequestParameters;
import org.gatehouse.provider.oauth2.token.Issuers;
import org.gatehouse.provider.oauth2.token.ProviderKeys;
import org.gatehouse.type.RecordCodec;
import org.junit.jupiter.api.Test;

/** RP-Initiated Logout 1.0 sections 2, 3 and 4. */
class EndSessionEndpointTest {

    private static final String WAY_BACK = "https://app.example.com/bye";
    private static final String ISSUER = "https://id.example.com/application/o/app/";

    private final OAuthClient client = TestClients.client(TestClients.settings().add("redirect_uris", uris()));
    private final ProviderKeys keys = Wired.with(new ProviderKeys(), TestClients.CIPHER);
    private final RecordCodec codec = new RecordCodec(TestClients.CIPHER);
    private final EndSessionEndpoint endpoint = Wired.with(new EndSessionEndpoint(), keys, codec, new AskingClient(new OAuthClients() {
        @Override
        public Optional<OAuthClient> find(String clientId) {
            return Optional.empty();
        }
    }), new OAuthClients() {
        @Override
        public Optional<OAuthClient> findBySlug(String slug) {
            return Optional.of(client).filter(known -> slug.equals("app"));
        }
    }, new Issuers() {
        @Override
        public String baseUrl() {
            return "https://id.example.com";
        }
    });

    private static JsonArrayBuilder uris() {
        return Json.createArrayBuilder()
                .add(Json.createObjectBuilder().add("matching_mode", "strict").add("url", TestClients.REDIRECT_URI))
                .add(Json.createObjectBuilder().add("matching_mode", "strict").add("url", WAY_BACK).add("redirect_uri_type", "logout"));
    }

    @Test
    void knowsNoClientThatThereIsNot() {
        assertThat(endpoint.handle("nobody", parameters(Map.of()))).isEmpty();
    }

    @Test
    void beginsTheProvidersInvalidationFlowWithTheQuestionAndEndsItWithAPage() {
        FlowStart start = start(Map.of());

        assertThat(start.flowId()).isEqualTo(client.settings().invalidationFlow().id());
        assertThat(start.firstStages()).extracting(InMemoryStage::type).containsExactly(LogoutRequestStage.NAME);
        assertThat(start.finalStages()).extracting(InMemoryStage::type).containsExactly("session_end");
        assertThat(start.context().has(ContextKeys.REDIRECT)).isFalse();
        assertThat(request(start).subject()).as("nobody has shown anything").isNull();
    }

    @Test
    void leadsBackToARegisteredAddressWithTheState() {
        FlowStart start = start(Map.of("post_logout_redirect_uri", WAY_BACK, "state", "a b&c=1", "id_token_hint", hint(ISSUER, "app", 60)));

        assertThat(start.context().get(ContextKeys.REDIRECT)).contains(WAY_BACK + "?state=a%20b%26c%3D1");
        assertThat(start.finalStages()).isEmpty();
        assertThat(request(start).subject()).isEqualTo("alice");
        assertThat(request(start).sid()).isEqualTo("the-sid");
    }

    @Test
    void leadsNowhereForAStateAlone() {
        assertThat(start(Map.of("state", "x")).context().has(ContextKeys.REDIRECT)).isFalse();
    }

    @Test
    void leadsToNoAddressButARegisteredOneForLogouts() {
        for (String uri : new String[] {TestClients.REDIRECT_URI, WAY_BACK + "?x=1", WAY_BACK + "/", "https://evil.example/bye",
            "https://app.example.com.evil.example/bye", "//evil.example", "javascript:alert(1)", WAY_BACK + "#x", "https://u@app.example.com/bye"}) {
            assertThatThrownBy(() -> start(Map.of("post_logout_redirect_uri", uri, "id_token_hint", hint(ISSUER, "app", 60)))).as(uri)
                    .isInstanceOf(OAuthRefusal.class).hasMessageNotContaining(uri);
        }
    }

    @Test
    void takesAHintThatHasExpired() {
        assertThat(request(start(Map.of("id_token_hint", hint(ISSUER, "app", -100_000)))).subject()).isEqualTo("alice");
    }

    @Test
    void refusesAHintThatIsNotOursForThisClient() {
        String alien = TestSigner.sign("another secret of at least 32 characters", claims(ISSUER, "app", 60));
        String unsigned = new PlainJWT(claims(ISSUER, "app", 60)).serialize();
        String accessToken = keys.signer(client).sign(new JOSEObjectType("at+jwt"), claims(ISSUER, "app", 60));
        for (String hint : new String[] {"x", "a.b.c", alien, unsigned, accessToken, hint(ISSUER, "another-client", 60),
            hint("https://id.example.com/application/o/other/", "app", 60)}) {
            assertThatThrownBy(() -> start(Map.of("id_token_hint", hint))).as(hint).isInstanceOf(OAuthRefusal.class);
        }
    }

    @Test
    void refusesAnotherClientsIdAndRepeatedParameters() {
        assertThat(start(Map.of("client_id", "app"))).isNotNull();
        assertThatThrownBy(() -> start(Map.of("client_id", "other"))).isInstanceOf(OAuthRefusal.class);
        assertThatThrownBy(() -> endpoint.handle("app", new RequestParameters(Map.of("state", new String[] {"a", "b"}))))
                .isInstanceOf(OAuthRefusal.class);
    }

    private FlowStart start(Map<String, String> parameters) {
        return endpoint.handle("app", parameters(parameters)).orElseThrow();
    }

    private LogoutRequest request(FlowStart start) {
        return codec.fromStored(LogoutRequest.class, start.firstStages().get(0).settings());
    }

    private static RequestParameters parameters(Map<String, String> parameters) {
        Map<String, String[]> sent = new LinkedHashMap<>();
        parameters.forEach((name, value) -> sent.put(name, new String[] {value}));
        return new RequestParameters(sent);
    }

    private String hint(String issuer, String audience, long expiresIn) {
        return keys.signer(client).sign(JOSEObjectType.JWT, claims(issuer, audience, expiresIn));
    }

    private static JWTClaimsSet claims(String issuer, String audience, long expiresIn) {
        Instant now = Instant.parse("2026-06-01T12:00:00Z");
        return new JWTClaimsSet.Builder().issuer(issuer).audience(audience).subject("alice").claim("sid", "the-sid").claim("azp", audience)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(expiresIn))).build();
    }
}
