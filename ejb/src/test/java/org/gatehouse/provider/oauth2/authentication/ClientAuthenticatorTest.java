package org.gatehouse.provider.oauth2.authentication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.gatehouse.event.RequestOrigin;
import org.gatehouse.fixture.LocalCaches;
import org.gatehouse.fixture.MovableClock;
import org.gatehouse.fixture.Wired;
import org.gatehouse.limit.Attempts;
import org.gatehouse.limit.FailureThrottle;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.TestClients;
import org.gatehouse.provider.oauth2.protocol.OAuthErrorCode;
import org.gatehouse.provider.oauth2.protocol.OAuthRefusal;
import org.gatehouse.provider.oauth2.protocol.RequestParameters;
import org.gatehouse.provider.oauth2.protocol.TokenRequest;
import org.junit.jupiter.api.Test;

class ClientAuthenticatorTest {

    private final MovableClock clock = new MovableClock();
    private final RequestOrigin origin = new RequestOrigin();
    private final LocalCaches caches = new LocalCaches();
    private OAuthClient client = TestClients.confidential();

    private final ClientAuthenticator authenticator = TestClients.authenticator(origin, clock,
            Wired.with(new FailureThrottle(), caches, clock), TestClients.only(() -> client));

    ClientAuthenticatorTest() {
        origin.arrived("192.0.2.1", "", "", "");
    }

    @Test
    void afterTenWrongSecretsTheRightOneHasToWaitAndIsAnsweredAlike() {
        OAuthRefusal first = refused(parameters("client_id", "app", "client_secret", "wrong"));
        IntStream.range(1, Attempts.FREE).forEach(i -> refused(parameters("client_id", "app", "client_secret", "wrong")));

        OAuthRefusal early = refused(parameters("client_id", "app", "client_secret", TestClients.SECRET));
        clock.advance(Duration.ofSeconds(1));

        assertThat(early.error()).isEqualTo(first.error());
        assertThat(authenticate(parameters("client_id", "app", "client_secret", TestClients.SECRET))).isSameAs(client);
    }

    @Test
    void anotherNetworkDoesNotHaveToWait() {
        IntStream.range(0, Attempts.FREE).forEach(i -> refused(parameters("client_id", "app", "client_secret", "wrong")));

        origin.arrived("192.0.2.2", "", "", "");

        assertThat(authenticate(parameters("client_id", "app", "client_secret", TestClients.SECRET))).isSameAs(client);
    }

    @Test
    void countsNeitherUnknownClientsNorMissingSecrets() {
        IntStream.range(0, 100).forEach(i -> {
            refused(parameters("client_id", "nobody" + i, "client_secret", "wrong"));
            refused(parameters("client_id", "app"));
        });

        assertThat(caches.singleUse().size()).isZero();
    }

    @Test
    void aPublicClientNeedsNoSecretButMayNotBringAWrongOne() {
        client = TestClients.publicClient();

        assertThat(authenticate(parameters("client_id", "app"))).isSameAs(client);
        refused(parameters("client_id", "app", "client_secret", "wrong"));
    }

    @Test
    void whereAnAccountProvesItselfTheClientIsOnlyNamed() {
        assertThat(identify(parameters("client_id", "app"))).isSameAs(client);
        assertThat(identify(parameters("client_id", "app", "client_secret", TestClients.SECRET))).isSameAs(client);
        assertThat(identify(parameters("client_id", "app", "client_secret", accountSecret()))).isSameAs(client);
        assertThat(catchThrowableOfType(OAuthRefusal.class, () -> identify(parameters("client_id", "app", "client_secret", "wrong"))).error().code())
                .isEqualTo(OAuthErrorCode.INVALID_CLIENT);
        assertThat(catchThrowableOfType(OAuthRefusal.class, () -> identify(parameters("client_id", "nobody"))).error().code())
                .isEqualTo(OAuthErrorCode.INVALID_CLIENT);
    }

    @Test
    void tellsTheClientsSecretFromOthers() {
        assertThat(authenticator.otherSecret(client, request(parameters("client_id", "app", "client_secret", TestClients.SECRET)))).isEmpty();
        assertThat(authenticator.otherSecret(client, request(parameters("client_id", "app", "client_secret", accountSecret()))))
                .contains(accountSecret());
    }

    private OAuthClient authenticate(RequestParameters parameters) {
        return authenticator.authenticate(request(parameters));
    }

    private OAuthClient identify(RequestParameters parameters) {
        return authenticator.identify(request(parameters));
    }

    private OAuthRefusal refused(RequestParameters parameters) {
        OAuthRefusal refusal = catchThrowableOfType(OAuthRefusal.class, () -> authenticate(parameters));
        assertThat(refusal.error().code()).isEqualTo(OAuthErrorCode.INVALID_CLIENT);
        return refusal;
    }

    private static String accountSecret() {
        return Base64.getEncoder().encodeToString("robot:key".getBytes(StandardCharsets.UTF_8));
    }

    private static TokenRequest request(RequestParameters parameters) {
        return new TokenRequest(Optional.empty(), parameters);
    }

    private static RequestParameters parameters(String... pairs) {
        Map<String, String[]> values = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            values.put(pairs[i], new String[] {pairs[i + 1]});
        }
        return new RequestParameters(values);
    }
}
