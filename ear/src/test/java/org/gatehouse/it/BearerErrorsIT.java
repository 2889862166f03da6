package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The error codes of protected resources (RFC 6750 section 3.1). */
@ExtendWith(GatehouseServer.class)
class BearerErrorsIT {

    private static OAuthProgram program;

    @BeforeAll
    static void createClient(GatehouseServer server) {
        program = OAuthProgram.create(server, "bearer-errors", "client_credentials");
    }

    @Test
    void aRequestWithoutATokenIsChallengedWithoutAnError(GatehouseServer server) {
        HttpResponse<String> response = OAuthProgram.userInfo(server, null);

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(challenge(response)).startsWith("Bearer ").doesNotContain("error");
        assertThat(response.body()).isEqualTo("{}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer", "Bearer ", "Bearer a b", "Bearer a,b", "Bearer \"a\"", "Basic abc", "Bearera"})
    void aMalformedTokenIsAnInvalidRequest(String authorization, GatehouseServer server) {
        HttpResponse<String> response = OAuthProgram.userInfo(server, authorization);

        ErrorAnswer.check(response, 400, "invalid_request");
        assertThat(challenge(response)).startsWith("Bearer ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"unknown", "eyJhbGciOiJub25lIn0.e30.", "eyJhbGciOiJIUzI1NiJ9.e30.AAAA"})
    void aTokenThatIsNotOursIsInvalid(String token, GatehouseServer server) {
        assertInvalid(OAuthProgram.userInfo(server, "Bearer " + token));
    }

    @Test
    void aRevokedTokenIsInvalid(GatehouseServer server) {
        String token = program.accessToken("openid");
        assertThat(OAuthProgram.userInfo(server, "Bearer " + token).statusCode()).isEqualTo(200);

        program.post("revoke", "token", token);

        assertInvalid(OAuthProgram.userInfo(server, "Bearer " + token));
    }

    @Test
    void aTokenForSomethingElseIsNotEnough(GatehouseServer server) {
        HttpResponse<String> response = OAuthProgram.userInfo(server, "Bearer " + program.accessToken("email"));

        ErrorAnswer.check(response, 403, "insufficient_scope");
        assertThat(challenge(response)).contains("error=\"insufficient_scope\"");
    }

    @Test
    void aTokenInTwoPlacesIsAmbiguousAndOneInTheAddressIsNone(GatehouseServer server) {
        String token = program.accessToken("openid");

        ErrorAnswer.check(server.browser().postForm("/application/o/userinfo/", Map.of("access_token", token), "Authorization", "Bearer " + token),
                400, "invalid_request");
        assertThat(server.browser().get("/application/o/userinfo/?access_token=" + token).statusCode()).isEqualTo(401);
        assertThat(server.browser().postForm("/application/o/userinfo/?access_token=" + token, Map.of()).statusCode()).isEqualTo(401);
    }

    private static void assertInvalid(HttpResponse<String> response) {
        ErrorAnswer.check(response, 401, "invalid_token");
        assertThat(challenge(response)).contains("error=\"invalid_token\"");
    }

    private static String challenge(HttpResponse<String> response) {
        return response.headers().firstValue("www-authenticate").orElseThrow();
    }
}
