package org.gatehouse.provider.oauth2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonObject;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.event.EventAction;
import org.gatehouse.fixture.RecordedEvents;
import org.gatehouse.fixture.Wired;
import org.gatehouse.provider.oauth2.authentication.ClientAuthenticator;
import org.gatehouse.provider.oauth2.protocol.OAuthRefusal;
import org.gatehouse.provider.oauth2.protocol.RequestParameters;
import org.gatehouse.provider.oauth2.protocol.TokenRequest;
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
        ClientAuthenticator authenticator = TestClients.authenticator(suspicious, TestClients.only(() -> client));

        assertThat(authenticator.authenticate(request("app", TestClients.SECRET))).isSameAs(client);
        assertThat(events.drafts()).isEmpty();

        assertThatThrownBy(() -> authenticator.authenticate(request("app", "hidden"))).isInstanceOf(OAuthRefusal.class);
        assertThat(context(0).getString("client_id")).isEqualTo("app");
        assertThat(context(0).toString()).doesNotContain("hidden");
    }

    private static TokenRequest request(String id, String secret) {
        return new TokenRequest(Optional.empty(),
                new RequestParameters(Map.of("client_id", new String[] {id}, "client_secret", new String[] {secret})));
    }

    private JsonObject context(int index) {
        return events.drafts().get(index).context();
    }
}
