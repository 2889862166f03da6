package org.gatehouse.model.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class UserTest {

    private static final Instant NOW = Instant.parse("2026-05-01T10:00:00Z");

    @Test
    void remembersWhenTheAddressWasVerified() {
        User user = user("alice@example.com");

        user.verifyEmail(NOW);

        assertThat(user.isEmailVerified()).isTrue();
        assertThat(user.getEmailVerifiedAt()).isEqualTo(NOW);
    }

    @Test
    void forgetsTheVerificationWhenTheAddressChanges() {
        User user = user("alice@example.com");
        user.verifyEmail(NOW);

        user.setEmail("bob@example.com");

        assertThat(user.isEmailVerified()).isFalse();
    }

    @Test
    void keepsTheVerificationWhenTheSameAddressIsWrittenAgain() {
        User user = user("alice@example.com");
        user.verifyEmail(NOW);

        user.setEmail("alice@example.com");

        assertThat(user.isEmailVerified()).isTrue();
    }

    @Test
    void hasNothingToVerifyWithoutAnAddress() {
        User user = User.joined(NOW);

        user.verifyEmail(NOW);

        assertThat(user.isEmailVerified()).isFalse();
    }

    private static User user(String email) {
        User user = User.joined(NOW);
        user.setEmail(email);
        return user;
    }
}
