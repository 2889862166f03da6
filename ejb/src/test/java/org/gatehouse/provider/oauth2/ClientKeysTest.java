package org.gatehouse.provider.oauth2;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.time.Duration;
import org.gatehouse.fixture.MovableClock;
import org.gatehouse.outgoing.LocalHttp;
import org.gatehouse.outgoing.OutgoingHttp;
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
}
