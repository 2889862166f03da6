package org.gatehouse.provider.oauth2.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** OpenID Connect Core 1.0 section 5.5. */
class ClaimsRequestTest {

    @Test
    void readsTheExampleOfTheSpecification() {
        ClaimsRequest request = ClaimsRequest.parse("""
                {"userinfo": {"given_name": {"essential": true}, "nickname": null, "http://example.info/claims/groups": null},
                 "id_token": {"auth_time": {"essential": true}, "acr": {"values": ["urn:mace:incommon:iap:silver", "x"]}},
                 "later": {"unknown": true}}""");

        assertThat(request.userInfo()).containsOnlyKeys("given_name", "nickname", "http://example.info/claims/groups");
        assertThat(request.userInfo().get("given_name").essential()).isTrue();
        assertThat(request.userInfo().get("nickname").essential()).isFalse();
        assertThat(request.ofIdToken("acr").orElseThrow().texts()).containsExactly("urn:mace:incommon:iap:silver", "x");
        assertThat(request.names()).contains("auth_time", "nickname");
    }

    @Test
    void takesASingleValueForAListOfOne() {
        assertThat(ClaimsRequest.parse("{\"id_token\":{\"sub\":{\"value\":\"248289761001\"}}}").ofIdToken("sub").orElseThrow().texts())
                .containsExactly("248289761001");
    }

    @Test
    void ignoresMembersThatNobodyKnows() {
        ClaimsRequest request = ClaimsRequest.parse("{\"id_token\":{\"email\":{\"purpose\":\"fun\"}},\"userinfo\":null}");

        assertThat(request.ofIdToken("email")).isPresent();
        assertThat(request.userInfo()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "[]", "\"{}\"", "{", "{\"userinfo\":[]}", "{\"userinfo\":{\"email\":true}}", "{\"id_token\":{\"acr\":\"1\"}}",
            "{\"id_token\":{\"acr\":{\"essential\":\"true\"}}}", "{\"id_token\":{\"acr\":{\"values\":\"1\"}}}",
            "{\"id_token\":{\"acr\":{\"value\":\"1\",\"values\":[\"2\"]}}}", "{\"id_token\":{\"a\\u0000b\":null}}",
            "{\"id_token\":{\"a\":{\"value\":1e999999999}}}"})
    void refusesWhatIsNoClaimsRequest(String text) {
        assertMalformed(text);
    }

    @Test
    void refusesWhatIsTooLargeToBeServed() {
        StringBuilder many = new StringBuilder("{\"id_token\":{\"c\":null");
        for (int i = 0; i < 100; i++) {
            many.append(",\"c").append(i).append("\":null");
        }

        assertMalformed(many + "}}");
        assertMalformed("{\"a\":".repeat(1500) + "1" + "}".repeat(1500));
    }

    private static void assertMalformed(String text) {
        assertThatThrownBy(() -> ClaimsRequest.parse(text)).isInstanceOfSatisfying(OAuthRefusal.class,
                refused -> assertThat(refused.error().code()).isEqualTo(OAuthErrorCode.INVALID_REQUEST));
    }
}
