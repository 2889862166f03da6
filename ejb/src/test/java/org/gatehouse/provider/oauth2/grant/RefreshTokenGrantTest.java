package org.gatehouse.provider.oauth2.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.gatehouse.event.EventAction;
import org.gatehouse.provider.oauth2.binding.Confirmation;
import org.gatehouse.provider.oauth2.protocol.OAuthErrorCode;
import org.gatehouse.provider.oauth2.protocol.OAuthRefusal;
import org.junit.jupiter.api.Test;

/** RFC 6749 section 6, RFC 9700 section 4.14.2. */
class RefreshTokenGrantTest {

    private final GrantWorld world = new GrantWorld();

    RefreshTokenGrantTest() {
        world.client("each");
        world.client("late", false, "days=7");
        world.client("open", true, "days=7");
    }

    @Test
    void replacesTheTokenEachTimeAndTakesTheOldOneNoMore() {
        String first = world.refreshToken(world.clients.find("each").orElseThrow(), Duration.ofDays(30));
        JsonObject answer = refresh("each", first);
        String second = answer.getString("refresh_token");

        assertThat(refused("each", first)).isEqualTo(OAuthErrorCode.INVALID_GRANT);
        assertThat(world.events.actions()).containsExactly(EventAction.SUSPICIOUS_REQUEST);
        assertThat(world.row(second).isRevoked()).as("the family").isTrue();
        assertThat(world.row(answer.getString("access_token")).isRevoked()).as("the access token").isTrue();
        assertThat(refused("each", second)).isEqualTo(OAuthErrorCode.INVALID_GRANT);
    }

    @Test
    void withAThresholdReplacesOnlyWhatIsAboutToEnd() {
        var client = world.clients.find("late").orElseThrow();
        String fresh = world.refreshToken(client, Duration.ofDays(30));
        assertThat(refresh("late", fresh)).doesNotContainKey("refresh_token");
        assertThat(refresh("late", fresh)).as("good again").doesNotContainKey("refresh_token");

        world.clock.advance(Duration.ofDays(24));
        assertThat(refresh("late", fresh)).containsKey("refresh_token");
        assertThat(refused("late", fresh)).as("replaced").isEqualTo(OAuthErrorCode.INVALID_GRANT);
    }

    @Test
    void aPublicClientsTokenIsReplacedInAnyCase() {
        String token = world.refreshToken(world.clients.find("open").orElseThrow(), Duration.ofDays(30));

        assertThat(refresh("open", token, "client_secret", "")).containsKey("refresh_token");
        assertThat(refused("open", token, "client_secret", "")).isEqualTo(OAuthErrorCode.INVALID_GRANT);
    }

    @Test
    void narrowsButNeverWidensAndForgetsNothing() {
        String first = world.refreshToken(world.clients.find("each").orElseThrow(), Duration.ofDays(30));

        assertThat(refused("each", first, "scope", "email each:read")).isEqualTo(OAuthErrorCode.INVALID_SCOPE);
        JsonObject narrow = refresh("each", first, "scope", "email");
        assertThat(narrow.getString("scope")).isEqualTo("email");
        assertThat(refresh("each", narrow.getString("refresh_token")).getString("scope")).isEqualTo("email profile offline_access");
    }

    @Test
    void anotherClientsTokenIsRefusedAndCountsAsStolen() {
        String token = world.refreshToken(world.clients.find("each").orElseThrow(), Duration.ofDays(30));

        assertThat(refused("late", token)).isEqualTo(OAuthErrorCode.INVALID_GRANT);
        assertThat(world.row(token).isRevoked()).isTrue();
        assertThat(world.events.actions()).containsExactly(EventAction.SUSPICIOUS_REQUEST);
    }

    @Test
    void expiredUnknownAndMissingTokensAndAccessTokensAreRefused() {
        var client = world.clients.find("each").orElseThrow();
        String expired = world.refreshToken(client, Duration.ofSeconds(1));
        world.clock.advance(Duration.ofSeconds(1));

        assertThat(refused("each", expired)).isEqualTo(OAuthErrorCode.INVALID_GRANT);
        assertThat(refused("each", "made up")).isEqualTo(OAuthErrorCode.INVALID_GRANT);
        assertThat(refused("each", world.accessToken(client, "email"))).isEqualTo(OAuthErrorCode.INVALID_GRANT);
        assertThat(refused("each", "")).isEqualTo(OAuthErrorCode.INVALID_REQUEST);
        String good = world.refreshToken(client, Duration.ofDays(1));
        world.alice.setActive(false);
        assertThat(refused("each", good)).as("a disabled user").isEqualTo(OAuthErrorCode.INVALID_GRANT);
    }

    /** RFC 9449 section 5: else whoever has stolen the token could not use it, but take it from the client. */
    @Test
    void aTokenThatIsBoundToAKeyIsNotUsedUpByAnotherOne() {
        String token = world.refreshToken(world.clients.find("open").orElseThrow(), Duration.ofDays(30), new Confirmation("key", null));

        assertThat(refused("open", token, "client_secret", "")).isEqualTo(OAuthErrorCode.INVALID_GRANT);
        world.shown = new Confirmation("another", null);
        assertThat(refused("open", token, "client_secret", "")).isEqualTo(OAuthErrorCode.INVALID_GRANT);
        assertThat(world.row(token).getRedeemed()).isNull();
        assertThat(world.row(token).isRevoked()).isFalse();
        world.shown = new Confirmation("key", null);
        assertThat(refresh("open", token, "client_secret", "")).containsKey("refresh_token");
    }

    private JsonObject refresh(String client, String token, String... more) {
        Map<String, String> form = new HashMap<>(Map.of("grant_type", "refresh_token", "refresh_token", token));
        for (int i = 0; i < more.length; i += 2) {
            form.put(more[i], more[i + 1]);
        }
        return world.token(client, form);
    }

    private OAuthErrorCode refused(String client, String token, String... more) {
        return catchThrowableOfType(OAuthRefusal.class, () -> refresh(client, token, more)).error().code();
    }
}
