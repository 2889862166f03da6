package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The errors of pushed authorization requests (RFC 9126 section 2.3): what would be redirected is answered at once. */
@ExtendWith(GatehouseServer.class)
class PushedRequestErrorsIT {

    private static OAuthProgram program;
    private static OAuthProgram other;

    @BeforeAll
    static void createClients(GatehouseServer server) {
        program = OAuthProgram.create(server, "par-errors", "authorization_code");
        other = OAuthProgram.create(server, "par-others", "authorization_code");
    }

    @ParameterizedTest(name = "{0}={1}: {2}")
    @CsvSource({"response_type, -, invalid_request", "response_type, nonsense, unsupported_response_type", "redirect_uri, https://evil.example/, invalid_request",
            "request_uri, urn:ietf:params:oauth:request_uri:x, invalid_request", "scope, openid \\, invalid_scope",
            "code_challenge_method, S512, invalid_request", "prompt, none login, invalid_request"})
    void theClientIsToldAtOnceWhatIsWrong(String parameter, String value, String error, GatehouseServer server) {
        Map<String, String> parameters = program.flow(server.browser()).parameters();
        parameters.remove(parameter);
        if (!value.equals("-")) {
            parameters.put(parameter, value);
        }

        ErrorAnswer.check(push(program, parameters), 400, error);
    }

    @Test
    void whoProvesNothingIsChallenged(GatehouseServer server) {
        Map<String, String> parameters = program.flow(server.browser()).parameters();
        parameters.put("client_secret", "wrong");

        ErrorAnswer.check(push(program, parameters), 401, "invalid_client");
        assertThat(server.browser().get("/application/o/par/").statusCode()).isEqualTo(405);
    }

    @Test
    void aReferenceIsGoodForItsClientAndNothingElse(GatehouseServer server) {
        HttpBrowser browser = server.browser();
        browser.login("akadmin", GatehouseServer.PASSWORD);
        HttpResponse<String> pushed = push(program, program.flow(browser).parameters());
        assertThat(pushed.statusCode()).as(pushed.body()).isEqualTo(201);
        assertThat(pushed.headers().firstValue("cache-control").orElse("")).contains("no-store");
        String reference = HttpBrowser.json(pushed).getString("request_uri");

        for (Map<String, String> wrong : List.of(Map.of("client_id", other.id(), "request_uri", reference),
                Map.of("client_id", program.id(), "request_uri", reference + "x"),
                Map.of("client_id", program.id(), "request_uri", "http://127.0.0.1:1/object"))) {
            HttpResponse<String> response = browser.get("/application/o/authorize/?" + HttpBrowser.form(wrong));
            assertThat(response.headers().firstValue("location").orElse("")).as(wrong.toString()).doesNotContain("code=");
        }
    }

    private static HttpResponse<String> push(OAuthProgram client, Map<String, String> parameters) {
        List<String> pairs = new ArrayList<>();
        parameters.forEach((name, value) -> pairs.addAll(List.of(name, value)));
        return client.post("par", pairs.toArray(String[]::new));
    }
}
