package org.gatehouse.provider.oauth2.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.model.config.ConfiguredObject;
import org.gatehouse.model.config.ConfiguredObjectRepository;
import org.gatehouse.model.config.Provider;
import org.gatehouse.model.registration.ClientPolicy;
import org.gatehouse.model.registration.ClientPolicyRepository;
import org.gatehouse.model.registration.RegisteredClient;
import org.gatehouse.model.registration.RegisteredClientRepository;
import org.gatehouse.provider.oauth2.ClientAuthenticationMethod;
import org.gatehouse.provider.oauth2.ConfiguredScope;
import org.gatehouse.provider.oauth2.ConfiguredScopes;
import org.gatehouse.provider.oauth2.OAuth2ProviderSettings;
import org.gatehouse.provider.oauth2.SecurityProfile;
import org.gatehouse.provider.oauth2.TestClients;
import org.gatehouse.type.FieldProblems;
import org.gatehouse.type.InvalidInput;
import org.gatehouse.type.RecordCodec;
import org.junit.jupiter.api.Test;

class ClientPoliciesTest {

    private static final UUID PROVIDER = new UUID(0, 1);
    private static final Registrant CAROL = new Registrant("carol", "192.0.2.7");
    private static final List<ConfiguredScope> PAYMENTS = List.of(new ConfiguredScope(UUID.randomUUID(), "payments", ""));

    private final RecordCodec codec = new RecordCodec(TestClients.CIPHER);
    private final List<ClientPolicy> stored = new ArrayList<>();
    private Registrant registrant;
    private final ClientPolicies policies = new ClientPolicies(new ClientPolicyRepository() {
        @Override
        public List<ClientPolicy> findEnabled() {
            return stored;
        }
    }, new RegisteredClientRepository() {
        @Override
        public Optional<RegisteredClient> find(UUID id) {
            return Optional.ofNullable(registrant).map(known -> {
                RegisteredClient row = new RegisteredClient();
                row.setRegisteredBy(known.username());
                row.setRegisteredFrom(known.clientIp());
                return row;
            });
        }
    }, new ConfiguredObjectRepository() {
        @Override
        public <T extends ConfiguredObject> Optional<T> findByLookupKey(Class<T> family, String type, String key) {
            Provider provider = new Provider();
            provider.setId(PROVIDER);
            return Optional.of(family.cast(provider));
        }
    }, new ConfiguredScopes() {
        @Override
        public List<ConfiguredScope> of(List<UUID> ids) {
            return PAYMENTS;
        }
    }, codec);

    @Test
    void aClientIsReadAsStrictAsThePoliciesWantIt() {
        policy(none(), Json.createObjectBuilder().add("security_profile", "oauth_2_1").add("require_pushed_requests", true));
        policy(none(), Json.createObjectBuilder().add("require_bound_tokens", true).add("require_signed_requests", true));

        OAuth2ProviderSettings read = applied(TestClients.settings());

        assertThat(read.authorizationRequests().securityProfile()).isEqualTo(SecurityProfile.OAUTH_2_1);
        assertThat(read.authorizationRequests().pushedOnly()).isTrue();
        assertThat(read.authorizationRequests().signedOnly()).isTrue();
        assertThat(read.authorizationRequests().pkceOnly()).as("by the profile").isTrue();
        assertThat(read.clientAuthentication().dpopBoundAccessTokens()).isTrue();
        assertThat(read.clientId()).isEqualTo("app");
    }

    @Test
    void noPolicyMakesAClientLessStrict() {
        policy(none(), Json.createObjectBuilder().add("security_profile", "oauth_2_1").add("require_bound_tokens", true));
        JsonObjectBuilder strict = TestClients.settings()
                .add("authorization_requests", Json.createObjectBuilder().add("security_profile", "fapi_2_message_signing"))
                .add("client_authentication", Json.createObjectBuilder().add("tls_client_certificate_bound_access_tokens", true));

        OAuth2ProviderSettings read = applied(strict);

        assertThat(read.authorizationRequests().securityProfile()).isEqualTo(SecurityProfile.FAPI_2_MESSAGE_SIGNING);
        assertThat(read.clientAuthentication().dpopBoundAccessTokens()).as("bound already").isFalse();
    }

    @Test
    void everyConditionHasToBeMet() {
        assertThat(concerns(none())).isTrue();
        assertThat(concerns(some("client_types", "confidential"))).isTrue();
        assertThat(concerns(some("client_types", "public"))).isFalse();
        assertThat(concerns(some("grant_types", "client_credentials", "refresh_token"))).isTrue();
        assertThat(concerns(some("grant_types", "client_credentials"))).isFalse();
        assertThat(concerns(some("scopes", "payments"))).isTrue();
        assertThat(concerns(some("scopes", "health"))).isFalse();
        assertThat(concerns(some("redirect_hosts", "APP.example.com"))).isTrue();
        assertThat(concerns(some("redirect_hosts", "*.example.com"))).isTrue();
        assertThat(concerns(some("redirect_hosts", "example.com"))).isFalse();
        assertThat(concerns(some("redirect_hosts", "*.evil.example"))).isFalse();
        assertThat(concerns(some("scopes", "payments").add("client_types", array("public")))).as("one of two").isFalse();
    }

    @Test
    void aRegularExpressionLeadsAnywhere() {
        policy(some("redirect_hosts", "bank.example"), Json.createObjectBuilder().add("require_pkce", true));
        var pattern = Json.createArrayBuilder().add(Json.createObjectBuilder().add("matching_mode", "regex").add("url", "https://.*"));

        assertThat(applied(TestClients.settings().add("redirect_uris", pattern)).authorizationRequests().pkceOnly()).isTrue();
    }

    @Test
    void knowsHowAClientCameAboutAndWhoRegisteredItFromWhere() {
        assertThat(concerns(Json.createObjectBuilder().add("origin", "administrator"))).isTrue();
        assertThat(concerns(Json.createObjectBuilder().add("origin", "registration"))).isFalse();
        assertThat(concerns(some("registrants", "carol"))).as("nobody has registered it").isFalse();

        registrant = CAROL;
        assertThat(concerns(some("registrants", "carol"))).isTrue();
        assertThat(concerns(some("registrants", "dave"))).isFalse();
        assertThat(concerns(some("networks", "192.0.2.0/24", "2001:db8::/32"))).isTrue();
        assertThat(concerns(some("networks", "198.51.100.0/24"))).isFalse();
        registrant = new Registrant(null, null);
        assertThat(concerns(some("networks", "0.0.0.0/0"))).as("from nowhere").isFalse();
        assertThat(concerns(some("registrants", "carol"))).isFalse();
    }

    @Test
    void whoeverSavesLessIsToldWhereAndWhat() {
        policy(none(), Json.createObjectBuilder().add("security_profile", "oauth_2_1").add("require_pkce", true)
                .add("require_pushed_requests", true).add("require_signed_requests", true).add("require_bound_tokens", true)
                .add("authentication_methods", array("private_key_jwt")));

        assertThat(problems(TestClients.settings()).byField()).containsOnlyKeys("authorization_requests.security_profile",
                "authorization_requests.require_pkce", "authorization_requests.require_pushed_authorization_requests",
                "authorization_requests.require_signed_request_object", "client_authentication.dpop_bound_access_tokens",
                "client_authentication.token_endpoint_auth_method");
        assertThat(problems(TestClients.settings()
                .add("authorization_requests", Json.createObjectBuilder().add("security_profile", "fapi_2_message_signing"))
                .add("client_authentication", Json.createObjectBuilder().add("token_endpoint_auth_method", "private_key_jwt")
                        .add("dpop_bound_access_tokens", true))).isEmpty()).isTrue();
    }

    @Test
    void aClientWithAnotherMethodCannotProveItselfByThatAnyMore() {
        policy(none(), Json.createObjectBuilder().add("authentication_methods", array("client_secret_basic", "private_key_jwt")));

        assertThat(applied(TestClients.settings()).clientAuthentication().tokenEndpointAuthMethod())
                .as("of basic and post, which it might use").isEqualTo(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
        assertThat(applied(TestClients.settings().add("client_type", "public")).clientAuthentication().tokenEndpointAuthMethod())
                .isEqualTo(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
    }

    @Test
    void whoRegistersGetsWhatItDidNotAskFor() {
        policy(some("registrants", "carol"), Json.createObjectBuilder().add("security_profile", "oauth_2_1").add("require_bound_tokens", true));
        JsonObject document = TestClients.settings().add("name", "no setting").add("authorization_requests",
                Json.createObjectBuilder().add("default_max_age", 60)).build();

        JsonObject raised = policies.raised(document, CAROL);

        assertThat(raised.getJsonObject("authorization_requests").getString("security_profile")).isEqualTo("oauth_2_1");
        assertThat(raised.getString("name")).isEqualTo("no setting");
        assertThat(raised.getJsonObject("authorization_requests").getInt("default_max_age")).isEqualTo(60);
        assertThat(raised.getJsonObject("client_authentication").getBoolean("dpop_bound_access_tokens")).isTrue();
        assertThat(policies.raised(document, new Registrant("dave", ""))).isEqualTo(document);
    }

    @Test
    void whoRegistersWithoutWhatOnlyItCanBringIsRefused() {
        policy(none(), Json.createObjectBuilder().add("authentication_methods", array("private_key_jwt")));
        JsonObject document = TestClients.settings().build();

        assertThatThrownBy(() -> policies.raised(document, CAROL)).isInstanceOf(InvalidInput.class);
    }

    private boolean concerns(JsonObjectBuilder conditions) {
        stored.clear();
        policy(conditions, Json.createObjectBuilder().add("require_pkce", true));
        return applied(TestClients.settings()).authorizationRequests().pkceOnly();
    }

    private OAuth2ProviderSettings applied(JsonObjectBuilder client) {
        return policies.applied(policies.enabled(), PROVIDER, TestClients.read(client), PAYMENTS);
    }

    private FieldProblems problems(JsonObjectBuilder client) {
        FieldProblems problems = new FieldProblems();
        policies.check(TestClients.read(client), problems);
        return problems;
    }

    private void policy(JsonObjectBuilder conditions, JsonObjectBuilder demands) {
        ClientPolicy policy = new ClientPolicy();
        policy.setRules(codec.toStored(codec.fromWire(ClientPolicyRules.class,
                Json.createObjectBuilder().add("conditions", conditions).add("demands", demands).build())));
        stored.add(policy);
    }

    private static JsonObjectBuilder none() {
        return Json.createObjectBuilder();
    }

    private static JsonObjectBuilder some(String condition, String... values) {
        return Json.createObjectBuilder().add(condition, array(values));
    }

    private static JsonArrayBuilder array(String... values) {
        return Json.createArrayBuilder(List.of(values));
    }
}
