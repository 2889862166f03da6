package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The error codes of revocation (RFC 7009 section 2.2.1) and introspection (RFC 7662 sections 2.2 and 2.3), which say as little as they can. */
@ExtendWith(GatehouseServer.class)
class RevocationAndIntrospectionErrorsIT {

    private static OAuthProgram program;
    private static OAuthProgram other;

    @BeforeAll
    static void createClients(GatehouseServer server) {
        program = OAuthProgram.create(server, "introspection-errors", "client_credentials");
        other = OAuthProgram.create(server, "introspection-others", "client_credentials");
    }

    @ParameterizedTest
    @ValueSource(strings = {"revoke", "introspect"})
    void withoutATokenThereIsNothingToDo(String endpoint) {
        ErrorAnswer.check(program.post(endpoint), 400, "invalid_request");
        ErrorAnswer.check(program.post(endpoint, "token", ""), 400, "invalid_request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"revoke", "introspect"})
    void whoProvesNothingIsChallenged(String endpoint) {
        ErrorAnswer.check(program.post(endpoint, "token", "x", "client_secret", "wrong"), 401, "invalid_client");
        ErrorAnswer.check(program.post(endpoint, "token", "x", "client_secret", null), 401, "invalid_client");
        ErrorAnswer.check(program.post(endpoint, "token", "x", "client_id", "nobody"), 401, "invalid_client");
    }

    @ParameterizedTest
    @ValueSource(strings = {"revoke", "introspect"})
    void addressesCarryNoTokens(String endpoint, GatehouseServer server) {
        assertThat(server.browser().get("/application/o/" + endpoint + "/?token=x").statusCode()).isEqualTo(405);
        ErrorAnswer.check(program.post(endpoint + "/?token=x&ignored=", "token", "x"), 400, "invalid_request");
    }

    @Test
    void aPublicClientCannotIntrospect(GatehouseServer server) {
        String id = "introspection-public-" + System.nanoTime();
        server.api().oauthApplication(id, "", List.of(OAuthProgram.REDIRECT), "default-provider-authorization-implicit-consent");

        ErrorAnswer.check(program.post("introspect", "token", "x", "client_id", id, "client_secret", null), 401, "invalid_client");
    }

    @Test
    void whateverIsNoGoodIsJustNotActive() {
        String revoked = program.accessToken("email");
        program.post("revoke", "token", revoked);

        for (String token : List.of("nonsense", revoked, other.accessToken("email"), "e30.e30.e30")) {
            HttpResponse<String> answer = program.post("introspect", "token", token);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).as("nothing about it").isEqualTo("{\"active\":false}");
        }
    }

    @Test
    void revokingWhatDoesNotExistSucceedsAndRevokesNothing() {
        String token = other.accessToken("email");

        for (String one : List.of("nonsense", token)) {
            assertThat(program.post("revoke", "token", one, "token_type_hint", "refresh_token").statusCode()).isEqualTo(200);
        }

        assertThat(other.introspect(token).getBoolean("active")).isTrue();
    }

    @Test
    void aWrongHintHindersNothing() {
        String token = program.accessToken("email");

        assertThat(program.post("introspect", "token", token, "token_type_hint", "refresh_token").body()).contains("\"active\":true");
        program.post("revoke", "token", token, "token_type_hint", "nonsense");

        assertThat(program.introspect(token).getBoolean("active")).isFalse();
    }
}
