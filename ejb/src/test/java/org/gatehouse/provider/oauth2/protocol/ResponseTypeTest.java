package org.gatehouse.provider.oauth2.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gatehouse.provider.oauth2.protocol.ProtocolTest.parameters;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** OAuth 2.0 Multiple Response Type Encoding Practices, OAuth 2.0 Form Post Response Mode, JARM. */
class ResponseTypeTest {

    private static final String URI = "https://app.example.com/cb";

    @Test
    void readsTheWordsInAnyOrder() {
        assertThat(ResponseType.parse("token id_token code")).contains(ResponseType.CODE_ID_TOKEN_TOKEN);
        assertThat(ResponseType.parse("id_token code")).contains(ResponseType.CODE_ID_TOKEN);
        assertThat(ResponseType.parse("token id_token")).contains(ResponseType.ID_TOKEN_TOKEN);
        for (ResponseType type : ResponseType.values()) {
            assertThat(ResponseType.parse(type.wireName())).contains(type);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "CODE", "code code", "code  token", " code", "code,token", "code none", "id_token id_token token"})
    void knowsNoOtherCombination(String text) {
        assertThat(ResponseType.parse(text)).isEmpty();
        assertThatThrownBy(() -> request("response_type", text)).isInstanceOfSatisfying(OAuthRefusal.class,
                refused -> assertThat(refused.error().code()).isEqualTo(OAuthErrorCode.UNSUPPORTED_RESPONSE_TYPE));
    }

    @Test
    void saysWhatTheAnswerCarries() {
        assertThat(List.of(ResponseType.values())).filteredOn(ResponseType::hasToken).containsExactlyInAnyOrder(ResponseType.TOKEN,
                ResponseType.ID_TOKEN_TOKEN, ResponseType.CODE_TOKEN, ResponseType.CODE_ID_TOKEN_TOKEN);
        assertThat(List.of(ResponseType.values())).filteredOn(ResponseType::hasIdToken).containsExactlyInAnyOrder(ResponseType.ID_TOKEN,
                ResponseType.ID_TOKEN_TOKEN, ResponseType.CODE_ID_TOKEN, ResponseType.CODE_ID_TOKEN_TOKEN);
        assertThat(List.of(ResponseType.values())).filteredOn(type -> !type.isFrontChannel()).containsExactly(ResponseType.CODE);
    }

    @ParameterizedTest
    @CsvSource({"code,,QUERY", "code,fragment,FRAGMENT", "code,form_post,FORM_POST", "code,jwt,QUERY_JWT", "code,query.jwt,QUERY_JWT",
            "code,form_post.jwt,FORM_POST_JWT", "token,,FRAGMENT", "id_token,,FRAGMENT", "code id_token,,FRAGMENT",
            "code token,form_post,FORM_POST", "id_token token,jwt,FRAGMENT_JWT", "code id_token,fragment.jwt,FRAGMENT_JWT"})
    void answersInTheModeThatIsAskedForOrTheUsualOne(String type, String mode, ResponseMode expected) {
        AuthorizationRequest request = mode == null ? request("response_type", type) : request("response_type", type, "response_mode", mode);

        assertThat(request.responseMode()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"token", "id_token", "id_token token", "code id_token", "code token", "code id_token token"})
    void showsNoTokensInAQuery(String type) {
        for (String mode : List.of("query", "query.jwt")) {
            assertThatThrownBy(() -> request("response_type", type, "response_mode", mode)).isInstanceOfSatisfying(OAuthRefusal.class,
                    refused -> assertThat(refused.error().code()).isEqualTo(OAuthErrorCode.INVALID_REQUEST));
            assertThat(AuthorizationRequestParser.modeOfRefusal(parameters("response_type", type, "response_mode", mode)))
                    .isEqualTo(ResponseMode.FRAGMENT);
        }
    }

    @Test
    void refusesInTheModeThatIsAskedForHoweverMalformedTheRequestIs() {
        assertThat(modeOfRefusal("response_type", "nonsense", "response_mode", "form_post")).isEqualTo(ResponseMode.FORM_POST);
        assertThat(modeOfRefusal("response_type", "nonsense token")).isEqualTo(ResponseMode.FRAGMENT);
        assertThat(modeOfRefusal("response_type", "code", "response_mode", "nonsense")).isEqualTo(ResponseMode.QUERY);
        assertThat(modeOfRefusal("response_mode", "jwt")).isEqualTo(ResponseMode.QUERY_JWT);
        assertThat(modeOfRefusal()).isEqualTo(ResponseMode.QUERY);
        assertThat(AuthorizationRequestParser.modeOfRefusal(new RequestParameters(Map.of("response_mode", new String[] {"query", "fragment"}))))
                .isEqualTo(ResponseMode.QUERY);
    }

    @Test
    void putsTokensBehindTheFragmentMark() {
        AuthorizationResponse response = AuthorizationResponse.success(URI + "?tenant=1", ResponseMode.FRAGMENT,
                Map.of("id_token", "a.b.c"), Optional.of("s"), "https://id.example.com/");

        assertThat(response.location()).startsWith(URI + "?tenant=1#id_token=a.b.c&state=s&iss=");
        assertThat(response.isForm()).isFalse();
        assertThat(response.toString()).doesNotContain("a.b.c");
    }

    @Test
    void sendsASignedAnswerInNothingButTheToken() {
        AuthorizationResponse response = AuthorizationResponse.success(URI, ResponseMode.FORM_POST_JWT, Map.of("code", "c"), Optional.of("s"),
                "https://id.example.com/").secured("a.b.c");

        assertThat(response.parameters()).containsExactly(Map.entry("response", "a.b.c"));
        assertThat(response.isForm()).isTrue();
    }

    private static ResponseMode modeOfRefusal(String... pairs) {
        return AuthorizationRequestParser.modeOfRefusal(parameters(pairs));
    }

    private static AuthorizationRequest request(String... pairs) {
        String[] all = new String[pairs.length + 2];
        all[0] = "client_id";
        all[1] = "app";
        System.arraycopy(pairs, 0, all, 2, pairs.length);
        return AuthorizationRequestParser.parse(parameters(all), URI);
    }
}
