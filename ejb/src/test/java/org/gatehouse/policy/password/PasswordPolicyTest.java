package org.gatehouse.policy.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.fixture.MovableClock;
import org.gatehouse.fixture.TestUsers;
import org.gatehouse.model.directory.User;
import org.gatehouse.outgoing.LocalHttp;
import org.gatehouse.policy.PolicyRequest;
import org.gatehouse.policy.PolicyVerdict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PasswordPolicyTest {

    /** "password" has the SHA-1 5BAA61E4C9B93F3F0682250B6CF8331B7EE68FD8. */
    private static final String REST = "1E4C9B93F3F0682250B6CF8331B7EE68FD8";

    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private final MovableClock clock = new MovableClock();
    private HttpServer service;
    private volatile String answer = "003D68EB55068C33ACE09247EE4C639306B:3\r\n" + REST + ":17\r\n01330C689E5D64F660D6947A93AD634EF8F:0\r\n";
    private volatile int status = 200;

    @BeforeEach
    void openService() throws IOException {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI().getPath() + " " + exchange.getRequestHeaders().getFirst("Add-Padding"));
            byte[] body = answer.getBytes(StandardCharsets.US_ASCII);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        service.start();
    }

    @AfterEach
    void closeService() {
        service.stop(0);
    }

    @Test
    void saysWhichRulesAreBroken() {
        PasswordPolicySettings settings = rules(10, 1, 1, 2, 1, "");

        assertThat(decide("short", settings)).isEqualTo(PolicyVerdict.deny("The password needs at least 10 characters.",
                "The password needs at least 1 upper case letters.", "The password needs at least 2 digits.",
                "The password needs at least 1 symbols."));
        assertThat(decide("long Enough 12", settings).passing()).isTrue();
    }

    @Test
    void saysWhatTheAdministratorWroteInstead() {
        assertThat(decide("short", rules(10, 0, 0, 0, 0, "Ask the help desk."))).isEqualTo(PolicyVerdict.deny("Ask the help desk."));
    }

    @Test
    void countsCharactersAsPeopleDo() {
        assertThat(decide("\uD83D\uDE00\uD83D\uDE00", rules(3, 0, 0, 0, 0, "")).passing()).isFalse();
        assertThat(decide("ÄÖü", rules(3, 2, 1, 0, 0, "")).passing()).isTrue();
    }

    @Test
    void refusesWhatIsNotThere() {
        PasswordPolicySettings settings = rules(0, 0, 0, 0, 0, "");
        assertThat(policy().decide(request(Map.of()), settings)).isEqualTo(PolicyVerdict.deny(PasswordPolicy.MISSING));
        assertThat(policy().decide(request(Map.of("prompt_data", Map.of("password", 5))), settings).passing()).isFalse();
        assertThat(policy().decide(request(Map.of("prompt_data", "password")), settings).passing()).isFalse();
        assertThat(decide("", settings).passing()).isFalse();
        assertThat(decide("x".repeat(2000), settings).passing()).isFalse();
    }

    @Test
    void readsTheFieldItIsToldTo() {
        PasswordPolicySettings settings = new PasswordPolicySettings(false, "secret", true, 5, 0, 0, 0, 0, "!", "", false, 0, false, 2);
        assertThat(policy().decide(request(Map.of("prompt_data", Json.createObjectBuilder().add("secret", "abcde").build())), settings).passing()).isTrue();
        assertThat(policy().decide(request(Map.of("secret", "abcde")), settings).passing()).isTrue();
        assertThat(policy().decide(request(Map.of("prompt_data", Map.of("password", "abcde"))), settings).passing()).isFalse();
    }

    @Test
    void leavesOutRulesThatAreOff() {
        PasswordPolicySettings settings = new PasswordPolicySettings(false, "password", false, 100, 0, 0, 0, 0, "!", "", false, 0, false, 2);
        assertThat(decide("x", settings).passing()).isTrue();
    }

    @Test
    void refusesWhatIsEasyToGuess() {
        assertThat(decide("password1", strength(2))).isEqualTo(PolicyVerdict.deny(PasswordPolicy.WEAK));
        assertThat(decide("blubber Zange 71 violett", strength(2)).passing()).isTrue();
        assertThat(decide("x", strength(4)).passing()).isFalse();
    }

    @Test
    void refusesWhatIsMadeFromTheOwnersName() {
        User owner = TestUsers.alice();
        owner.setUsername("zwirbelhubermaier");
        PolicyRequest about = new PolicyRequest(Optional.of(owner), Optional.empty(), "", typed("zwirbelhubermaier1"));

        assertThat(decide("zwirbelhubermaier1", strength(1)).passing()).isTrue();
        assertThat(policy().decide(about, strength(1)).passing()).isFalse();
    }

    @Test
    void longPasswordsTakeNoLonger() {
        assertThat(decide("blubber Zange 71 violett ".repeat(30), strength(2)).passing()).isTrue();
    }

    @Test
    void asksForFiveDigitsOnlyAndCountsWhatItIsTold() {
        assertThat(decide("password", pwned(0))).isEqualTo(PolicyVerdict.deny(PasswordPolicy.PWNED));
        assertThat(decide("password", pwned(17)).passing()).isTrue();
        assertThat(asked).hasSize(2).allMatch("/range/5BAA6 true"::equals);
        assertThat(decide("another one", pwned(0)).passing()).isTrue();
    }

    @Test
    void doesNotAskWhenARuleIsBrokenAlready() {
        PasswordPolicySettings settings = new PasswordPolicySettings(false, "password", true, 20, 0, 0, 0, 0, "!", "", true, 0, false, 2);
        assertThat(decide("password", settings).passing()).isFalse();
        assertThat(asked).isEmpty();
    }

    @Test
    void failsWhenTheServiceDoesNotAnswerAsItShould() {
        status = 503;
        assertThatThrownBy(() -> decide("password", pwned(0))).isInstanceOf(IllegalStateException.class).hasMessageContaining("503");
        status = 200;
        answer = REST + ":many";
        assertThatThrownBy(() -> decide("password", pwned(0))).isInstanceOf(IllegalStateException.class);
        service.stop(0);
        assertThatThrownBy(() -> decide("password", pwned(0))).isInstanceOf(IllegalStateException.class)
                .message().doesNotContain("5BAA6").doesNotContain("password\"");
    }

    @Test
    void doesNotWaitForAServiceThatIsDownEachTime() throws IOException {
        PasswordPolicy patient = policy();
        int port = service.getAddress().getPort();
        service.stop(0);
        assertThatThrownBy(() -> patient.decide(request(typed("password")), pwned(0))).isInstanceOf(IllegalStateException.class);
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        service.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        service.start();

        assertThatThrownBy(() -> patient.decide(request(typed("password")), pwned(0))).hasMessageContaining("a moment ago");
        clock.advance(Duration.ofSeconds(10));
        assertThat(patient.decide(request(typed("password")), pwned(0)).passing()).isTrue();
    }

    private PasswordPolicy policy() {
        return new PasswordPolicy(new PwnedPasswords(LocalHttp.client(), "http://127.0.0.1:" + service.getAddress().getPort() + "/", clock));
    }

    private PolicyVerdict decide(String password, PasswordPolicySettings settings) {
        return policy().decide(request(typed(password)), settings);
    }

    private static Map<String, Object> typed(String password) {
        return Map.of("prompt_data", Json.createObjectBuilder().add("password", password).build());
    }

    private static PolicyRequest request(Map<String, Object> context) {
        return new PolicyRequest(Optional.empty(), Optional.empty(), "", context);
    }

    private static PasswordPolicySettings rules(int length, int upper, int lower, int digits, int symbols, String message) {
        return new PasswordPolicySettings(false, "password", true, length, upper, lower, digits, symbols,
                PasswordPolicySettings.ASCII_SYMBOLS, message, false, 0, false, 2);
    }

    private static PasswordPolicySettings strength(int threshold) {
        return new PasswordPolicySettings(false, "password", false, 0, 0, 0, 0, 0, "!", "", false, 0, true, threshold);
    }

    private static PasswordPolicySettings pwned(int allowed) {
        return new PasswordPolicySettings(false, "password", false, 0, 0, 0, 0, 0, "!", "", true, allowed, false, 2);
    }
}
