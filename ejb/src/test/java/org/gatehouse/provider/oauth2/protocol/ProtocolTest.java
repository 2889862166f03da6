package org.gatehouse.provider.oauth2.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProtocolTest {

    /** RFC 7636 appendix B. */
    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    @Test
    void recognisesTheVerifierOfTheRfc() {
        PkceChallenge s256 = PkceChallenge.of(Optional.of(CHALLENGE), Optional.of("S256")).orElseThrow();

        assertThat(s256.isMetBy(VERIFIER)).isTrue();
        assertThat(s256.isMetBy(VERIFIER.replace('d', 'e'))).isFalse();
        assertThat(s256.isMetBy(CHALLENGE)).isFalse();
        assertThat(s256.isMetBy("")).isFalse();
    }

    @Test
    void takesPlainWhenTheMethodIsLeftOut() {
        PkceChallenge plain = PkceChallenge.of(Optional.of(VERIFIER), Optional.empty()).orElseThrow();

        assertThat(plain.isMetBy(VERIFIER)).isTrue();
        assertThat(plain.isMetBy(CHALLENGE)).isFalse();
    }

    @Test
    void refusesMalformedChallenges() {
        refuses(OAuthErrorCode.INVALID_REQUEST, () -> PkceChallenge.of(Optional.empty(), Optional.of("S256")));
        refuses(OAuthErrorCode.INVALID_REQUEST, () -> PkceChallenge.of(Optional.of(CHALLENGE), Optional.of("s256")));
        refuses(OAuthErrorCode.INVALID_REQUEST, () -> PkceChallenge.of(Optional.of("short"), Optional.of("S256")));
        refuses(OAuthErrorCode.INVALID_REQUEST, () -> PkceChallenge.of(Optional.of(CHALLENGE + "="), Optional.of("S256")));
    }

    @Test
    void refusesRepeatedAndOversizedParameters() {
        RequestParameters repeated = new RequestParameters(Map.of("state", new String[] {"a", "b"}));

        refuses(OAuthErrorCode.INVALID_REQUEST, () -> repeated.find("state"));
        refuses(OAuthErrorCode.INVALID_REQUEST, repeated::refuseRepeated);
        refuses(OAuthErrorCode.INVALID_REQUEST, () -> new RequestParameters(Map.of("state", new String[] {"x".repeat(5000)})));
        refuses(OAuthErrorCode.INVALID_REQUEST, () -> new RequestParameters(Map.of("state", new String[] {"x\0"})));
        refuses(OAuthErrorCode.INVALID_REQUEST, () -> new RequestParameters(Map.of("request", new String[] {"x".repeat(17_000)})));
        refuses(OAuthErrorCode.INVALID_REQUEST, () -> new RequestParameters(Map.of("a", new String[] {"x".repeat(4000), "x".repeat(4000),
                "x".repeat(4000), "x".repeat(4000), "x".repeat(4000), "x".repeat(4000), "x".repeat(4000), "x".repeat(4000), "x".repeat(4000)})));
        assertThat(new RequestParameters(Map.of("resource", new String[] {"a", "b"})).toMap()).containsEntry("resource", "a b");
        assertThat(AuthorizationRequestParser.state(repeated)).isEmpty();
    }

    @Test
    void treatsAnEmptyParameterAsLeftOut() {
        assertThat(new RequestParameters(Map.of("nonce", new String[] {""})).find("nonce")).isEmpty();
    }

    @Test
    void readsAnAuthorizationRequest() {
        AuthorizationRequest request = AuthorizationRequestParser.parse(parameters("client_id", "app", "response_type", "code",
                "scope", "openid  email openid", "prompt", "login consent", "max_age", "0", "response_mode", "form_post",
                "code_challenge", CHALLENGE, "code_challenge_method", "S256"), "https://app.example.com/cb");

        assertThat(request.scopes()).containsExactly("openid", "email");
        assertThat(request.prompt()).containsExactlyInAnyOrder(Prompt.LOGIN, Prompt.CONSENT);
        assertThat(request.maxAge()).contains(Duration.ZERO);
        assertThat(request.responseMode()).isEqualTo(ResponseMode.FORM_POST);
        assertThat(request.toString()).doesNotContain(CHALLENGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"prompt=create", "prompt=NONE", "max_age=-1", "max_age=1e3", "max_age=99999999999", "response_mode=web_message", "scope=a\"b"})
    void refusesMalformedAuthorizationRequests(String pair) {
        String[] parts = pair.split("=");

        assertThatThrownBy(() -> AuthorizationRequestParser.parse(
                parameters("client_id", "app", "response_type", "code", parts[0], parts[1]), "https://app.example.com/cb"))
                .isInstanceOf(OAuthRefusal.class);
    }

    @Test
    void writesEachResponseParameterOnceAndEscaped() {
        AuthorizationResponse response = AuthorizationResponse.success("https://app.example.com/cb?tenant=1", ResponseMode.QUERY,
                Map.of("code", "c0de"), Optional.of("a b&code=evil#<x>"), "https://id.example.com/application/o/app/");

        assertThat(response.location()).isEqualTo("https://app.example.com/cb?tenant=1&code=c0de&state=a%20b%26code%3Devil%23%3Cx%3E"
                + "&iss=https%3A%2F%2Fid.example.com%2Fapplication%2Fo%2Fapp%2F");
        assertThat(response.toString()).doesNotContain("c0de");
    }

    @Test
    void saysTheIssuerInErrorsToo() {
        AuthorizationResponse response = AuthorizationResponse.error("https://app.example.com/cb", ResponseMode.QUERY,
                new OAuthError(OAuthErrorCode.LOGIN_REQUIRED, "x"), Optional.empty(), "https://id.example.com/");

        assertThat(response.location()).isEqualTo("https://app.example.com/cb?error=login_required&error_description=x&iss=https%3A%2F%2Fid.example.com%2F");
    }

    @Test
    void decodesBasicCredentialsAsForm() {
        ClientCredentials credentials = ClientCredentials.parse(Optional.of("basic " + base64("my%20app:s%3Acret+x")), parameters());

        assertThat(credentials).isEqualTo(new ClientCredentials("my app", Optional.of("s:cret x"), Optional.empty(), true));
        assertThat(credentials.toString()).doesNotContain("cret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic", "Basic ", "Basic !!!", "Basic YXBw", "Basic OnNlY3JldA==", "Basic /////w==", "Basic YSU6Yg==", "Bearer x", "Basic a b"})
    void refusesMalformedBasicCredentials(String header) {
        refuses(OAuthErrorCode.INVALID_CLIENT, () -> ClientCredentials.parse(Optional.of(header), parameters()));
    }

    @Test
    void refusesTwoWaysOfAuthentication() {
        String basic = "Basic " + base64("app:secret");

        refuses(OAuthErrorCode.INVALID_REQUEST, () -> ClientCredentials.parse(Optional.of(basic), parameters("client_secret", "secret")));
        refuses(OAuthErrorCode.INVALID_REQUEST, () -> ClientCredentials.parse(Optional.of(basic), parameters("client_id", "other")));
        refuses(OAuthErrorCode.INVALID_CLIENT, () -> ClientCredentials.parse(Optional.empty(), parameters()));
    }

    @Test
    void readsBearerTokensStrictly() {
        assertThat(BearerToken.parse(Optional.of("Bearer abc.DEF-_~+/="), Optional.empty())).contains("abc.DEF-_~+/=");
        assertThat(BearerToken.parse(Optional.empty(), Optional.of("abc"))).contains("abc");
        assertThat(BearerToken.parse(Optional.empty(), Optional.empty())).isEmpty();
        for (String header : new String[] {"Bearer", "Bearer ", "Bearer  abc", "Bearer abc def", "Bearerabc", "Basic abc", "Bearer abc\t", "Bearer \"abc\""}) {
            refuses(OAuthErrorCode.INVALID_REQUEST, () -> BearerToken.parse(Optional.of(header), Optional.empty()));
        }
        refuses(OAuthErrorCode.INVALID_REQUEST, () -> BearerToken.parse(Optional.of("Bearer abc"), Optional.of("abc")));
    }

    static RequestParameters parameters(String... pairs) {
        Map<String, String[]> sent = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            sent.put(pairs[i], new String[] {pairs[i + 1]});
        }
        return new RequestParameters(sent);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void refuses(OAuthErrorCode code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(OAuthRefusal.class, refused -> assertThat(refused.error().code()).isEqualTo(code));
    }
}
