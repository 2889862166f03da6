package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The error codes of the token endpoint (RFC 6749 section 5.2). */
@ExtendWith(GatehouseServer.class)
class TokenErrorsIT {

    private static final String TOKEN = "/application/o/token/";

    private static OAuthProgram program;
    private static OAuthProgram coder;

    @BeforeAll
    static void createClients(GatehouseServer server) {
        program = OAuthProgram.create(server, "token-errors", "authorization_code", "refresh_token", "client_credentials", "password",
                OAuthProgram.DEVICE_CODE);
        coder = OAuthProgram.create(server, "token-errors-code", "authorization_code");
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                Arguments.of("invalid_request", new String[0]),
                Arguments.of("invalid_request", new String[] {"grant_type", ""}),
                Arguments.of("unsupported_grant_type", new String[] {"grant_type", "nonsense"}),
                Arguments.of("unsupported_grant_type", new String[] {"grant_type", "implicit"}),
                Arguments.of("invalid_request", new String[] {"grant_type", "authorization_code"}),
                Arguments.of("invalid_grant", new String[] {"grant_type", "authorization_code", "code", "nonsense"}),
                Arguments.of("invalid_request", new String[] {"grant_type", "refresh_token"}),
                Arguments.of("invalid_grant", new String[] {"grant_type", "refresh_token", "refresh_token", "nonsense"}),
                Arguments.of("invalid_scope", new String[] {"grant_type", "client_credentials", "scope", "open\"id"}),
                Arguments.of("invalid_request", new String[] {"grant_type", "password", "username", "somebody"}),
                Arguments.of("invalid_grant", new String[] {"grant_type", "password", "username", "somebody", "password", "wrong"}),
                Arguments.of("invalid_request", new String[] {"grant_type", OAuthProgram.DEVICE_CODE}));
    }

    @ParameterizedTest(name = "{0} {index}")
    @MethodSource("mistakes")
    void theClientIsToldWhatIsWrong(String error, String[] parameters) {
        ErrorAnswer.check(program.post("token", parameters), 400, error);
    }

    @ParameterizedTest
    @ValueSource(strings = {"refresh_token", "client_credentials", "password", OAuthProgram.DEVICE_CODE})
    void aGrantThatTheClientMayNotUseIsRefused(String grant) {
        ErrorAnswer.check(coder.token(grant, "refresh_token", "x", "device_code", "x", "username", "a", "password", "b"), 400, "unauthorized_client");
    }

    @Test
    void aRefreshNeverWidensTheScope(GatehouseServer server) {
        HttpBrowser browser = server.browser();
        browser.login("akadmin", GatehouseServer.PASSWORD);
        CodeFlow flow = program.flow(browser);
        Map<String, String> parameters = flow.parameters();
        parameters.put("scope", "openid offline_access");
        JsonObject tokens = HttpBrowser.json(flow.token(flow.tokenParameters(flow.response(parameters).get("code")), OAuthProgram.SECRET));

        ErrorAnswer.check(program.token("refresh_token", "refresh_token", tokens.getString("refresh_token"), "scope", "openid email"),
                400, "invalid_scope");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Basic", "Basic ", "Basic !!!", "Basic bm9jb2xvbg==", "Digest username=x", "Bearer abc"})
    void aClientThatProvesNothingIsChallenged(String authorization, GatehouseServer server) {
        HttpResponse<String> response = send(server, authorization.isEmpty() ? null : authorization, "grant_type=client_credentials");

        ErrorAnswer.check(response, 401, "invalid_client");
        assertThat(response.headers().firstValue("www-authenticate").orElseThrow()).startsWith("Basic ");
    }

    @Test
    void anUnknownClientAndAWrongSecretAreNotToldApart(GatehouseServer server) {
        HttpResponse<String> wrong = send(server, basic(program.id(), "wrong"), "grant_type=client_credentials");
        HttpResponse<String> unknown = send(server, basic("nobody", "wrong"), "grant_type=client_credentials");

        ErrorAnswer.check(wrong, 401, "invalid_client");
        assertThat(unknown.body()).isEqualTo(wrong.body());
    }

    @Test
    void twoProofsAtOnceAreAmbiguous(GatehouseServer server) {
        String form = HttpBrowser.form(Map.of("grant_type", "client_credentials", "client_id", program.id(), "client_secret", OAuthProgram.SECRET));

        ErrorAnswer.check(send(server, basic(program.id(), OAuthProgram.SECRET), form), 400, "invalid_request");
        ErrorAnswer.check(send(server, basic(program.id(), OAuthProgram.SECRET), "grant_type=client_credentials&client_id=" + coder.id()),
                400, "invalid_request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"grant_type=client_credentials", "scope=openid", "code=x", "redirect_uri=x", "code_verifier=x", "nothing=1"})
    void aRepeatedParameterIsRefused(String repeated, GatehouseServer server) {
        ErrorAnswer.check(send(server, basic(program.id(), OAuthProgram.SECRET), "grant_type=client_credentials&scope=openid&code=y&redirect_uri=y"
                + "&code_verifier=y&nothing=2&" + repeated), 400, "invalid_request");
    }

    @Test
    void onlyAFormInTheBodyIsARequest(GatehouseServer server) {
        HttpBrowser browser = server.browser();
        String basic = basic(program.id(), OAuthProgram.SECRET);
        ErrorAnswer.check(browser.send(browser.request(TOKEN).header("Authorization", basic).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"grant_type\":\"client_credentials\"}"))), 400, "invalid_request");
        ErrorAnswer.check(browser.send(browser.request(TOKEN + "?grant_type=client_credentials").header("Authorization", basic)
                .header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(""))), 400, "invalid_request");
        assertThat(browser.get(TOKEN + "?grant_type=client_credentials").statusCode()).isEqualTo(405);
    }

    @ParameterizedTest
    @ValueSource(ints = {5_000, 70_000})
    void whatIsTooLongIsRefusedAndNotLookedAt(int length) {
        HttpResponse<String> response = program.token("authorization_code", "code", "c".repeat(length));

        assertThat(response.statusCode()).isIn(400, 413);
    }

    /** The server answers before it has read all that; whoever still writes then may find the connection closed instead of an answer. */
    @Test
    void whatIsMuchTooLongIsNotEvenReceived() {
        try {
            assertThat(program.token("authorization_code", "code", "c".repeat(3_000_000)).statusCode()).isIn(400, 413);
        } catch (IllegalStateException cut) {
            assertThat(cut).hasCauseInstanceOf(IOException.class).rootCause().isNotInstanceOf(HttpTimeoutException.class);
        }
        assertThat(program.accessToken("openid")).as("the server goes on").isNotEmpty();
    }

    private static HttpResponse<String> send(GatehouseServer server, String authorization, String form) {
        HttpBrowser browser = server.browser();
        var request = browser.request(TOKEN).header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(form));
        return browser.send(authorization == null ? request : request.header("Authorization", authorization));
    }

    private static String basic(String id, String secret) {
        return "Basic " + Base64.getEncoder().encodeToString((HttpBrowser.encode(id) + ":" + HttpBrowser.encode(secret)).getBytes(StandardCharsets.UTF_8));
    }
}
