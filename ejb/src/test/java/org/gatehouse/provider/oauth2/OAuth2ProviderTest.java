package org.gatehouse.provider.oauth2;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import org.gatehouse.crypto.KeyStore;
import org.gatehouse.crypto.RandomKeys;
import org.gatehouse.fixture.Wired;
import org.gatehouse.provider.oauth2.check.IssuerChain;
import org.gatehouse.provider.oauth2.check.KeyRequirement;
import org.gatehouse.provider.oauth2.check.SectorCheck;
import org.gatehouse.provider.oauth2.check.TokenFormatCheck;
import org.gatehouse.provider.oauth2.policy.ClientPolicies;
import org.gatehouse.provider.oauth2.redirect.MatchingMode;
import org.gatehouse.provider.oauth2.redirect.RedirectUri;
import org.gatehouse.provider.oauth2.redirect.RedirectUriType;
import org.gatehouse.type.FieldProblems;
import org.gatehouse.type.RecordCodec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OAuth2ProviderTest {

    private final OAuth2Provider provider = Wired.with(new OAuth2Provider(new RandomKeys(), TestClients.CIPHER,
            new KeyRequirement(new KeyStore()), new TokenFormatCheck(new KeyStore(), new SectorCheck(null))), new IssuerChain(null, null),
            new ClientPolicies(null, null, null, null, null) {
                @Override
                public void check(OAuth2ProviderSettings client, FieldProblems problems) {
                    // There are none.
                }
            });

    @Test
    void fillsInTheDefaultsOfTheContract() {
        OAuth2ProviderSettings settings = TestClients.read(TestClients.settings());

        assertThat(settings.clientType()).isEqualTo(ClientType.CONFIDENTIAL);
        assertThat(settings.grantTypes()).containsExactly(GrantType.AUTHORIZATION_CODE, GrantType.REFRESH_TOKEN);
        assertThat(settings.accessCodeValidity().duration()).isEqualTo(Duration.ofMinutes(1));
        assertThat(settings.refreshTokenValidity().duration()).isEqualTo(Duration.ofDays(30));
        assertThat(settings.includeClaimsInIdToken()).isTrue();
        assertThat(settings.subMode()).isEqualTo(SubjectMode.HASHED_USER_ID);
        assertThat(settings.issuerMode()).isEqualTo(IssuerMode.PER_PROVIDER);
        assertThat(settings.redirectUris()).containsExactly(
                new RedirectUri(MatchingMode.STRICT, TestClients.REDIRECT_URI, RedirectUriType.AUTHORIZATION));
    }

    @Test
    void generatesIdAndSecretThatWereLeftOut() {
        OAuth2ProviderSettings settings = provider.complete(
                TestClients.read(TestClients.settings().remove("client_id").remove("client_secret")));

        assertThat(settings.clientId()).matches("[A-Za-z0-9]{40}");
        assertThat(TestClients.CIPHER.open(settings.clientSecret().sealed())).matches("[A-Za-z0-9]{128}");
    }

    @Test
    void keepsIdAndSecretThatWereGiven() {
        OAuth2ProviderSettings settings = provider.complete(TestClients.read(TestClients.settings()));

        assertThat(settings.clientId()).isEqualTo("app");
        assertThat(TestClients.CIPHER.open(settings.clientSecret().sealed())).isEqualTo(TestClients.SECRET);
    }

    @Test
    void neverShowsTheSecret() {
        OAuth2ProviderSettings settings = TestClients.read(TestClients.settings());

        assertThat(new RecordCodec(TestClients.CIPHER).toWire(settings)).doesNotContainKey("client_secret");
        assertThat(settings.toString()).doesNotContain(TestClients.SECRET);
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "data:text/html,x", "vbscript:x", "file:///etc/passwd", "about:blank", "app:/cb", "/cb",
            "https://user@app.example.com/cb", "https://app.example.com/cb#x", "https://app.example.com/cb#",
            "https://app.example.com/cb?code=1", "https://app.example.com/cb?x=1&st%61te=2", "https://app.example.com/cb?iss=x",
            "https://app.example.com/cb?a;error=x"})
    void refusesRedirectUrisThatCannotBeSafe(String url) {
        assertThat(problems(TestClients.settings().add("redirect_uris", TestClients.uris(url))).byField()).containsKey("redirect_uris.0.url");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://app.example.com/cb", "http://localhost:8080/cb?tenant=1", "com.example.app:/cb", "http://127.0.0.1/cb"})
    void acceptsOrdinaryRedirectUris(String url) {
        assertThat(problems(TestClients.settings().add("redirect_uris", TestClients.uris(url))).isEmpty()).isTrue();
    }

    @Test
    void refusesPatternsThatDoNotCompile() {
        JsonArray uris = Json.createArrayBuilder()
                .add(Json.createObjectBuilder().add("matching_mode", "regex").add("url", "https://(")).build();

        assertThat(problems(TestClients.settings().add("redirect_uris", uris)).byField()).containsKey("redirect_uris.0.url");
    }

    @Test
    void appliesTheSameRulesToWhatAPatternLetsThrough() {
        RedirectUri any = new RedirectUri(MatchingMode.REGEX, ".*", RedirectUriType.AUTHORIZATION);

        assertThat(any.matches("https://app.example.com/cb", ClientType.CONFIDENTIAL)).isTrue();
        assertThat(any.matches("javascript:alert(1)", ClientType.CONFIDENTIAL)).isFalse();
        assertThat(any.matches("https://app.example.com/cb#x", ClientType.CONFIDENTIAL)).isFalse();
        assertThat(any.matches("https://app.example.com/cb?code=x", ClientType.CONFIDENTIAL)).isFalse();
    }

    @Test
    void letsOnlyPublicClientsChooseALoopbackPort() {
        RedirectUri loopback = new RedirectUri(MatchingMode.STRICT, "http://127.0.0.1/cb", RedirectUriType.AUTHORIZATION);

        assertThat(loopback.matches("http://127.0.0.1:5000/cb", ClientType.PUBLIC)).isTrue();
        assertThat(loopback.matches("http://127.0.0.1:5000/cb", ClientType.CONFIDENTIAL)).isFalse();
    }

    @Test
    void keepsLogoutUrisApartFromAuthorizationUris() {
        OAuth2ProviderSettings settings = TestClients.read(TestClients.settings());

        assertThat(settings.registers(TestClients.REDIRECT_URI, RedirectUriType.AUTHORIZATION)).isTrue();
        assertThat(settings.registers(TestClients.REDIRECT_URI, RedirectUriType.LOGOUT)).isFalse();
    }

    @Test
    void refusesAGrantThatNeedsASecretForAPublicClient() {
        JsonObjectBuilder document = TestClients.settings().add("client_type", "public")
                .add("grant_types", Json.createArrayBuilder().add("client_credentials"));

        assertThat(problems(document).byField()).containsKey("grant_types");
    }

    @Test
    void refusesASecretTooShortToSignWith() {
        assertThat(problems(TestClients.settings().add("client_secret", "short")).byField()).containsKey("client_secret");
    }

    private FieldProblems problems(JsonObjectBuilder document) {
        FieldProblems problems = new FieldProblems();
        provider.check(provider.complete(TestClients.read(document)), problems);
        return problems;
    }

    @Test
    void refusesResponseTypesThatTheGrantTypesDoNotPermit() {
        FieldProblems problems = new FieldProblems();

        provider.check(TestClients.read(TestClients.settings().add("authorization_requests", Json.createObjectBuilder()
                .add("response_types", Json.createArrayBuilder().add("code").add("id_token")))), problems);

        assertThat(problems.byField()).containsOnlyKeys("authorization_requests.response_types.1");
    }

    @Test
    void refusesTwoFlowsForOneAuthenticationContext() {
        FieldProblems problems = new FieldProblems();
        JsonObjectBuilder first = Json.createObjectBuilder().add("acr", "phr").add("flow", java.util.UUID.randomUUID().toString());
        JsonObjectBuilder second = Json.createObjectBuilder().add("acr", "phr").add("flow", java.util.UUID.randomUUID().toString());

        provider.check(TestClients.read(TestClients.settings().add("authorization_requests", Json.createObjectBuilder()
                .add("acr_flows", Json.createArrayBuilder().add(first).add(second)))), problems);

        assertThat(problems.byField()).containsOnlyKeys("authorization_requests.acr_flows.1.acr");
    }
}
