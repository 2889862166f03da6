package org.gatehouse.provider.oauth2.authorize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.provider.oauth2.authorize.AuthorizationChecksTest.refuses;
import static org.gatehouse.provider.oauth2.authorize.AuthorizationChecksTest.request;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.provider.oauth2.TestClients;
import org.gatehouse.provider.oauth2.protocol.AuthorizationRequest;
import org.gatehouse.provider.oauth2.protocol.OAuthErrorCode;
import org.gatehouse.session.LiveSession;
import org.junit.jupiter.api.Test;

class LoginRequirementTest {

    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

    @Test
    void takesAnyLiveLoginWhenNothingElseIsAsked() {
        Optional<LiveSession> session = loggedInAt(NOW.minusSeconds(3000));

        assertThat(at(NOW).accept(request(), session)).isEqualTo(session);
        assertThat(at(NOW).accept(request(), Optional.empty())).isEmpty();
    }

    @Test
    void asksAgainWhenTheClientWantsAFreshLogin() {
        Optional<LiveSession> old = loggedInAt(NOW.minusSeconds(3000));

        assertThat(at(NOW).accept(request("prompt", "login"), old)).isEmpty();
        assertThat(at(NOW).accept(request("prompt", "select_account"), old)).isEmpty();
        assertThat(at(NOW).accept(request("max_age", "2999"), old)).isEmpty();
        assertThat(at(NOW).accept(request("max_age", "3001"), old)).isEqualTo(old);
    }

    @Test
    void asksOnceAndNotForEver() {
        String marker = marker(NOW).mark(request("prompt", "login"));
        AuthorizationRequest back = request("prompt", "login", LoginMarker.PARAMETER, marker);
        Optional<LiveSession> fresh = loggedInAt(NOW.plusSeconds(20));

        assertThat(at(NOW.plusSeconds(21)).accept(back, fresh)).isEqualTo(fresh);
        refuses(OAuthErrorCode.LOGIN_REQUIRED, () -> at(NOW.plusSeconds(21)).accept(back, loggedInAt(NOW.minusSeconds(60))));
    }

    @Test
    void meetsMaxAgeZeroWithTheLoginItAskedFor() {
        AuthorizationRequest back = request("max_age", "0", LoginMarker.PARAMETER, marker(NOW).mark(request("max_age", "0")));
        Optional<LiveSession> fresh = loggedInAt(NOW.plusSeconds(20));

        assertThat(at(NOW.plusSeconds(30)).accept(back, fresh)).isEqualTo(fresh);
    }

    @Test
    void takesNoForgedOrForeignOrStaleMarker() {
        Optional<LiveSession> session = loggedInAt(NOW.plusSeconds(20));
        String ofAnother = marker(NOW).mark(request("prompt", "login", "state", "other"));
        String own = marker(NOW).mark(request("prompt", "login"));

        assertThat(at(NOW.plusSeconds(30)).accept(request("prompt", "login", LoginMarker.PARAMETER, ofAnother), session)).isEmpty();
        assertThat(at(NOW.plusSeconds(30)).accept(request("prompt", "login", LoginMarker.PARAMETER, "v1:x:y"), session)).isEmpty();
        assertThat(at(NOW.plusSeconds(30)).accept(request("prompt", "login", LoginMarker.PARAMETER, own + "AAAA"), session)).isEmpty();
        assertThat(at(NOW.plusSeconds(7200)).accept(request("prompt", "login", LoginMarker.PARAMETER, own), session)).isEmpty();
    }

    @Test
    void staysSilentWhenToldTo() {
        refuses(OAuthErrorCode.LOGIN_REQUIRED, () -> at(NOW).accept(request("prompt", "none"), Optional.empty()));
        refuses(OAuthErrorCode.LOGIN_REQUIRED,
                () -> at(NOW).accept(request("prompt", "none", "max_age", "1"), loggedInAt(NOW.minusSeconds(60))));
    }

    @Test
    void asksForAnotherUserOnceAndNeverSilently() {
        AuthorizationRequest back = request(LoginMarker.PARAMETER, marker(NOW).mark(request()));

        at(NOW).requireAnother(request());
        refuses(OAuthErrorCode.LOGIN_REQUIRED, () -> at(NOW).requireAnother(request("prompt", "none")));
        refuses(OAuthErrorCode.LOGIN_REQUIRED, () -> at(NOW.plusSeconds(9)).requireAnother(back));
    }

    private static LoginRequirement at(Instant now) {
        return new LoginRequirement(marker(now), Clock.fixed(now, ZoneOffset.UTC));
    }

    private static LoginMarker marker(Instant now) {
        return new LoginMarker(TestClients.CIPHER, Clock.fixed(now, ZoneOffset.UTC));
    }

    private static Optional<LiveSession> loggedInAt(Instant created) {
        return Optional.of(new LiveSession(UUID.randomUUID(), 1, created, created.plusSeconds(86400), created, List.of("password")));
    }
}
