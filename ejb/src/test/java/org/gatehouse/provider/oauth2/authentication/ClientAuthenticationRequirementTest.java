package org.gatehouse.provider.oauth2.authentication;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Set;
import org.gatehouse.provider.oauth2.TestClients;
import org.gatehouse.provider.oauth2.jose.TestKeys;
import org.gatehouse.type.FieldProblems;
import org.junit.jupiter.api.Test;

class ClientAuthenticationRequirementTest {

    @Test
    void acceptsWhatFitsTogether() {
        assertThat(problems(settings())).isEmpty();
        assertThat(problems(settings().add("token_endpoint_auth_method", "private_key_jwt").add("token_endpoint_auth_signing_alg", "EdDSA")
                .add("jwks", TestKeys.jwks(TestKeys.RSA, TestKeys.EC, TestKeys.ED)))).isEmpty();
        assertThat(problems(settings().add("token_endpoint_auth_method", "private_key_jwt").add("jwks_uri", "https://app.example.com/jwks"))).isEmpty();
        assertThat(problems(settings().add("token_endpoint_auth_method", "client_secret_jwt").add("token_endpoint_auth_signing_alg", "HS256"))).isEmpty();
        assertThat(problems(settings().add("token_endpoint_auth_method", "tls_client_auth").add("tls_client_auth_san_ip", "192.0.2.1"))).isEmpty();
    }

    @Test
    void refusesKeysThatAreNoneOrOughtToBeSecret() {
        assertThat(problems(settings().add("jwks", Json.createObjectBuilder().add("keys", "x")))).containsOnly("client_authentication.jwks");
        assertThat(problems(settings().add("jwks", Json.createObjectBuilder()))).containsOnly("client_authentication.jwks");
        assertThat(problems(settings().add("jwks", Json.createObjectBuilder().add("keys", Json.createArrayBuilder())))).containsOnly("client_authentication.jwks");
        assertThat(problems(settings().add("jwks", TestKeys.privateJwks(TestKeys.EC)))).containsOnly("client_authentication.jwks");
        assertThat(problems(settings().add("jwks", TestKeys.jwks(TestKeys.SHORT_RSA)))).containsOnly("client_authentication.jwks");
        JsonObject symmetric = Json.createObjectBuilder().add("keys", Json.createArrayBuilder()
                .add(Json.createObjectBuilder().add("kty", "oct").add("k", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"))).build();
        assertThat(problems(settings().add("jwks", symmetric))).containsOnly("client_authentication.jwks");
        JsonObject padded = Json.createObjectBuilder(TestKeys.jwks(TestKeys.EC)).add("x", "y".repeat(70_000)).build();
        assertThat(problems(settings().add("jwks", padded))).containsOnly("client_authentication.jwks");
    }

    @Test
    void refusesAddressesOfKeysThatCannotBeTrusted() {
        for (String address : List.of("http://app.example.com/jwks", "ftp://app.example.com/jwks", "x", "https://app.example.com/jwks#f")) {
            assertThat(problems(settings().add("jwks_uri", address))).as(address).containsOnly("client_authentication.jwks_uri");
        }
        assertThat(problems(settings().add("jwks_uri", "https://app.example.com/jwks").add("jwks", TestKeys.jwks(TestKeys.EC))))
                .containsOnly("client_authentication.jwks_uri");
    }

    @Test
    void refusesMethodsThatCannotWork() {
        assertThat(problems(settings().add("token_endpoint_auth_method", "private_key_jwt"))).containsOnly("client_authentication.jwks");
        assertThat(problems(settings().add("token_endpoint_auth_method", "self_signed_tls_client_auth"))).containsOnly("client_authentication.jwks");
        assertThat(problems(settings().add("token_endpoint_auth_method", "tls_client_auth"))).containsOnly("client_authentication.tls_client_auth_subject_dn");
        assertThat(problems(settings().add("tls_client_auth_subject_dn", "CN=a").add("tls_client_auth_san_dns", "a")))
                .containsOnly("client_authentication.tls_client_auth_subject_dn");
        assertThat(problems(settings().add("tls_client_auth_subject_dn", "not a name"))).containsOnly("client_authentication.tls_client_auth_subject_dn");
        assertThat(problems(settings().add("tls_client_auth_san_ip", "10.0.0.0/8"))).containsOnly("client_authentication.tls_client_auth_san_ip");
        assertThat(problems(settings().add("token_endpoint_auth_method", "none"))).containsOnly("client_authentication.token_endpoint_auth_method");
    }

    @Test
    void refusesAlgorithmsThatDoNotFitTheMethod() {
        for (String algorithm : List.of("none", "HS256", "ES256K", "RSA1_5")) {
            assertThat(problems(settings().add("token_endpoint_auth_method", "private_key_jwt").add("jwks", TestKeys.jwks(TestKeys.EC))
                    .add("token_endpoint_auth_signing_alg", algorithm))).as(algorithm).containsOnly("client_authentication.token_endpoint_auth_signing_alg");
        }
        assertThat(problems(settings().add("token_endpoint_auth_method", "client_secret_jwt").add("token_endpoint_auth_signing_alg", "RS256")))
                .containsOnly("client_authentication.token_endpoint_auth_signing_alg");
    }

    @Test
    void publicClientsHaveNoMethodThatProvesSomething() {
        JsonObjectBuilder document = TestClients.settings().add("client_type", "public")
                .add("client_authentication", settings().add("token_endpoint_auth_method", "client_secret_post"));
        FieldProblems problems = new FieldProblems();

        ClientAuthenticationRequirement.check(TestClients.read(document), problems);

        assertThat(problems.byField().keySet()).containsOnly("client_authentication.token_endpoint_auth_method");
    }

    private static JsonObjectBuilder settings() {
        return Json.createObjectBuilder();
    }

    private static Set<String> problems(JsonObjectBuilder authentication) {
        FieldProblems problems = new FieldProblems();
        ClientAuthenticationRequirement.check(TestClients.read(TestClients.settings().add("client_authentication", authentication)), problems);
        return problems.byField().keySet();
    }
}
