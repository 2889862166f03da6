package org.gatehouse.provider.oauth2.authentication;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.fixture.MovableClock;
import org.gatehouse.fixture.Wired;
import org.gatehouse.model.oauth2.RetiredSecretTable;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.TestClients;
import org.junit.jupiter.api.Test;

class ClientSecretsTest {

    private final OAuthClient client = TestClients.confidential();
    private int asked;

    private final ClientSecrets secrets = Wired.with(new ClientSecrets(), TestClients.CIPHER, new MovableClock(), new RetiredSecretTable() {
        @Override
        public Optional<String> find(UUID providerId, Instant now) {
            asked++;
            return Optional.of(TestClients.CIPHER.seal("the former secret")).filter(sealed -> providerId.equals(client.providerId()));
        }
    });

    @Test
    void knowsThePresentAndTheFormerSecret() {
        assertThat(secrets.matches(client, TestClients.SECRET)).isTrue();
        assertThat(asked).as("the present secret costs no look into the database").isZero();
        assertThat(secrets.matches(client, "the former secret")).isTrue();
        assertThat(secrets.matches(client, "")).isFalse();
        assertThat(secrets.matches(client, "wrong")).isFalse();
        assertThat(secrets.matches(TestClients.confidential(), "the former secret")).isFalse();
    }
}
