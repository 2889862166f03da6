package org.gatehouse.provider.oauth2.authentication;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWKSet;
import jakarta.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.gatehouse.fixture.MovableClock;
import org.gatehouse.outgoing.LocalHttp;
import org.gatehouse.outgoing.OutgoingHttp;
import org.gatehouse.outgoing.OutgoingRequest;
import org.gatehouse.outgoing.OutgoingResponse;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.TestClients;
import org.gatehouse.provider.oauth2.jose.TestKeys;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ClientKeysTest {

    private final MovableClock clock = new MovableClock();
    private final LocalHttp site = new LocalHttp();
    private final ClientKeys keys = new ClientKeys(LocalHttp.client(), clock);
    private final OAuthClient client = TestClients.client(TestClients.settings().add("client_authentication",
            Json.createObjectBuilder().add("jwks_uri", site.url() + "/jwks")));

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void registeredKeysNeedNoCall() {
        OAuthClient registered = TestClients.client(TestClients.settings().add("client_authentication",
                Json.createObjectBuilder().add("jwks", TestKeys.privateJwks(TestKeys.EC))));

        assertThat(new ClientKeys(new OutgoingHttp(), clock).of(registered).getKeyByKeyId("ec").isPrivate()).isFalse();
        assertThat(keys.of(TestClients.confidential()).getKeys()).isEmpty();
    }

    @Test
    void publishedKeysAreKeptForAWhile() {
        site.answer = body -> TestKeys.jwks(TestKeys.EC).toString();

        assertThat(keys.of(client).getKeyByKeyId("ec")).isNotNull();
        keys.withKey(client, "ec");
        assertThat(site.received).hasSize(1);
        clock.advance(Duration.ofMinutes(6));
        keys.of(client);
        assertThat(site.received).hasSize(2);
    }

    @Test
    void aNewKeyIsFoundWithinSecondsAndNamesThatAreMadeUpCauseNoCalls() {
        site.answer = body -> TestKeys.jwks(TestKeys.EC).toString();
        keys.of(client);
        site.answer = body -> TestKeys.jwks(TestKeys.EC, TestKeys.RSA).toString();
        for (int i = 0; i < 50; i++) {
            keys.withKey(client, "made-up-" + i);
        }
        assertThat(site.received).hasSize(1);

        clock.advance(Duration.ofSeconds(11));

        assertThat(keys.withKey(client, "rsa").getKeyByKeyId("rsa")).isNotNull();
        assertThat(site.received).hasSize(2);
    }

    @Test
    void whatCannotBeReadIsNoKeyAndIsAskedAgainLater() {
        site.status = 500;
        assertThat(keys.of(client).getKeys()).isEmpty();
        site.status = 200;
        site.answer = body -> "nonsense";
        assertThat(keys.of(client).getKeys()).isEmpty();
        assertThat(site.received).hasSize(1);
        clock.advance(Duration.ofSeconds(11));
        assertThat(keys.of(client).getKeys()).isEmpty();
        site.answer = body -> TestKeys.jwks(TestKeys.EC).toString();
        clock.advance(Duration.ofSeconds(11));

        assertThat(keys.of(client).getKeys()).hasSize(1);
    }

    @Test
    void keysToEncryptToAreKeptWhileTheClientCannotBeReached() {
        site.answer = body -> TestKeys.jwks(TestKeys.EC).toString();
        keys.of(client);
        site.status = 500;
        clock.advance(Duration.ofMinutes(50));

        assertThat(keys.of(client).getKeys()).as("to verify with").isEmpty();
        assertThat(keys.recent(client).getKeys()).as("to encrypt to").hasSize(1);
        clock.advance(Duration.ofMinutes(11));
        assertThat(keys.recent(client).getKeys()).isEmpty();
    }

    /** Else clients with slow servers could take up whatever waits for them. */
    @Test
    void onlySomeSetsAreFetchedAtATime() throws Exception {
        CountDownLatch asked = new CountDownLatch(ClientKeys.MOST_AT_ONCE);
        CountDownLatch go = new CountDownLatch(1);
        ClientKeys slow = new ClientKeys(new OutgoingHttp() {
            @Override
            public OutgoingResponse send(OutgoingRequest request) {
                asked.countDown();
                await(go);
                return new OutgoingResponse(200, "", TestKeys.jwks(TestKeys.EC).toString().getBytes(StandardCharsets.UTF_8));
            }
        }, clock);
        ExecutorService threads = Executors.newCachedThreadPool();
        List<Future<JWKSet>> waiting = IntStream.range(0, ClientKeys.MOST_AT_ONCE)
                .mapToObj(i -> threads.submit(() -> slow.of(publishing("https://" + i + ".example/jwks")))).toList();
        assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();

        assertThat(slow.of(publishing("https://another.example/jwks")).getKeys()).as("at once, without a call").isEmpty();
        go.countDown();
        for (Future<JWKSet> answer : waiting) {
            assertThat(answer.get(10, TimeUnit.SECONDS).getKeys()).hasSize(1);
        }
        assertThat(slow.of(publishing("https://another.example/jwks")).getKeys()).as("as soon as there is a place").hasSize(1);
        threads.shutdown();
    }

    private static OAuthClient publishing(String address) {
        return TestClients.client(TestClients.settings().add("client_authentication", Json.createObjectBuilder().add("jwks_uri", address)));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
