package org.gatehouse.provider.oauth2.token;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.TestClients;
import org.junit.jupiter.api.Test;

class RefreshLifetimeTest {

    private static final Instant BEGAN = Instant.parse("2026-01-01T00:00:00Z");

    private final TokenOrigin origin = new TokenOrigin(UUID.randomUUID(), null, Grant.withoutCode(List.of("offline_access"), 0, List.of()))
            .begun(BEGAN);

    @Test
    void withoutAnEndEachTokenHasItsFullValidity() {
        Instant now = BEGAN.plus(Duration.ofDays(1000));

        assertThat(RefreshLifetime.expiry(client("seconds=0"), origin, now)).isEqualTo(now.plus(Duration.ofDays(30)));
        assertThat(RefreshLifetime.isOver(client("seconds=0"), origin, now)).isFalse();
    }

    @Test
    void noRenewalMovesTheEndOfTheFamily() {
        OAuthClient client = client("days=40");

        assertThat(RefreshLifetime.expiry(client, origin, BEGAN)).isEqualTo(BEGAN.plus(Duration.ofDays(30)));
        assertThat(RefreshLifetime.expiry(client, origin.begun(BEGAN.plus(Duration.ofDays(20))), BEGAN.plus(Duration.ofDays(20))))
                .isEqualTo(BEGAN.plus(Duration.ofDays(40)));
        assertThat(RefreshLifetime.isOver(client, origin, BEGAN.plus(Duration.ofDays(40)).minusSeconds(1))).isFalse();
        assertThat(RefreshLifetime.isOver(client, origin, BEGAN.plus(Duration.ofDays(40)))).isTrue();
    }

    @Test
    void narrowingAGrantDoesNotStartItAnew() {
        assertThat(origin.withGrant(origin.grant().withScopes(List.of())).began()).isEqualTo(BEGAN);
    }

    private static OAuthClient client(String longest) {
        return TestClients.client(TestClients.settings().add("refresh_token_validity", "days=30")
                .add("token_formats", Json.createObjectBuilder().add("refresh_token_maximum_lifetime", longest)));
    }
}
