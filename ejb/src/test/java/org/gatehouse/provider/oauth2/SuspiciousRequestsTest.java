package org.gatehouse.provider.oauth2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonObject;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.event.EventAction;
import org.gatehouse.event.RequestOrigin;
import org.gatehouse.fixture.LocalCaches;
import org.gatehouse.fixture.RecordedEvents;
import org.gatehouse.fixture.Wired;
import org.gatehouse.limit.FailureThrottle;
import org.gatehouse.provider.oauth2.protocol.OAuthRefusal;
import org.gatehouse.provider.oauth2.protocol.RequestParameters;
import org.junit.jupiter.api.Test;

class SuspiciousRequestsTest {

    private final RecordedEvents events = new RecordedEvents();
    private final SuspiciousRequests suspicious = Wired.with(new SuspiciousRequests(), events);

    @Test
    void cutsWhatWasSentAndKeepsNothingThatMayBeSecret() {
        suspicious.unknownClient("x".repeat(5000));
        suspicious.foreignRedirectUri(TestClients.confidential(), "https://me:hidden@evil.example/" + "y".repeat(500) + "?code=hidden#hidden");

        assertThat(events.actions()).containsExactly(EventAction.SUSPICIOUS_REQUEST, EventAction.SUSPICIOUS_REQUEST);
        assertThat(context(0).getString("client_id")).hasSize(200);
        assertThat(context(1).getString("redirect_uri")).startsWith("https://evil.example/yyy").hasSize(200);
        assertThat(context(1).toString()).doesNotContain("hidden");
    }

    @Test
    void aWrongSecretLeavesAnEventWithoutIt() {
        OAuthClient client = TestClients.confidential();
        ClientAuthenticator authenticator = Wired.with(new ClientAuthenticator(), TestClients.CIPHER, suspicious, new RequestOrigin(),
                Wired.with(new FailureThrottle(), new LocalCaches(), Clock.systemUTC()), new OAuthClients() {
            @Override
            public Optional<OAuthClient> find(String clientId) {
                return Optional.of(client).filter(known -> known.clientId().equals(clientId));
            }
        });

        assertThat(authenticator.authenticate(Optional.empty(), parameters("app", TestClients.SECRET))).isSameAs(client);
        assertThat(events.drafts()).isEmpty();

        assertThatThrownBy(() -> authenticator.authenticate(Optional.empty(), parameters("app", "hidden"))).isInstanceOf(OAuthRefusal.class);
        assertThat(context(0).getString("client_id")).isEqualTo("app");
        assertThat(context(0).toString()).doesNotContain("hidden");
    }

    private static RequestParameters parameters(String id, String secret) {
        return new RequestParameters(Map.of("client_id", new String[] {id}, "client_secret", new String[] {secret}));
    }

    private JsonObject context(int index) {
        return events.drafts().get(index).context();
    }
}
