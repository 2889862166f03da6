package org.gatehouse.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.access.AccessDenied;
import org.gatehouse.access.Actor;
import org.gatehouse.fixture.NoGrants;
import org.gatehouse.directory.password.Argon2Cost;
import org.gatehouse.directory.password.PasswordHasher;
import org.gatehouse.event.EventAction;
import org.gatehouse.fixture.InMemoryUsers;
import org.gatehouse.fixture.MovableClock;
import org.gatehouse.fixture.RecordedEvents;
import org.gatehouse.fixture.TestUsers;
import org.gatehouse.fixture.Wired;
import org.gatehouse.model.directory.User;
import org.gatehouse.session.Sessions;
import org.gatehouse.type.InvalidInput;
import org.junit.jupiter.api.Test;

class PasswordServiceTest {

    private static final String IMPORTED = "pbkdf2_sha256$1000$seasalt$JgZryXe2Ga8ysg6XbzkLpTdyPQrHqsinbL9BnnhgX4A=";

    private final MovableClock clock = new MovableClock();
    private final InMemoryUsers users = new InMemoryUsers();
    private final RecordedEvents events = new RecordedEvents();
    private final EndedSessions sessions = new EndedSessions();
    private final PasswordService passwords = Wired.with(new PasswordService(), users, sessions, new NoGrants(), new NoGrants.Limits(), events, clock,
            new PasswordHasher(new Argon2Cost(64, 1, 1), 2, Duration.ofSeconds(5)));
    private final User alice = users.add(TestUsers.alice());

    @Test
    void replacesAnImportedHashAtTheFirstLogin() {
        alice.changePassword(IMPORTED, clock.instant());

        assertThat(passwords.verify(alice, "lètmein")).isTrue();

        assertThat(alice.getPassword()).startsWith("$argon2id$");
        assertThat(passwords.verify(alice, "lètmein")).isTrue();
    }

    @Test
    void keepsTheHashWhenThePasswordIsWrong() {
        alice.changePassword(IMPORTED, clock.instant());

        assertThat(passwords.verify(alice, "wrong")).isFalse();

        assertThat(alice.getPassword()).isEqualTo(IMPORTED);
    }

    @Test
    void nobodyHasNoPassword() {
        assertThat(passwords.verify(null, "anything")).isFalse();
        assertThat(passwords.verify(alice, "anything")).isFalse();
    }

    @Test
    void settingAPasswordEndsOtherSessionsAndLeavesAnEventWithoutIt() {
        UUID kept = new UUID(0, 7);

        passwords.set(alice, "correct horse", Actor.of(alice, false), Optional.of(kept));

        assertThat(passwords.verify(alice, "correct horse")).isTrue();
        assertThat(alice.getPasswordChangeDate()).isEqualTo(clock.instant());
        assertThat(sessions.ended).containsExactly("1 except " + kept);
        assertThat(events.actions()).containsExactly(EventAction.PASSWORD_SET);
        assertThat(events.drafts().toString()).doesNotContain("correct horse");
    }

    @Test
    void nobodySetsTheirNeighboursPassword() {
        assertThatThrownBy(() -> passwords.set(alice, "mine now", Actor.of(TestUsers.bob(), false))).isInstanceOf(AccessDenied.class);

        assertThat(alice.hasUsablePassword()).isFalse();
    }

    @Test
    void refusesAnEmptyPassword() {
        assertThatThrownBy(() -> passwords.set(alice, "", Actor.ofSystem())).isInstanceOf(InvalidInput.class);
    }

    private static final class EndedSessions extends Sessions {

        private final List<String> ended = new ArrayList<>();

        @Override
        public void endAll(long userId, Optional<UUID> except) {
            ended.add(userId + except.map(id -> " except " + id).orElse(""));
        }
    }
}
