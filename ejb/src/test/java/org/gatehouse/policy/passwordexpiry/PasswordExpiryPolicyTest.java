package org.gatehouse.policy.passwordexpiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.fixture.MovableClock;
import org.gatehouse.fixture.TestUsers;
import org.gatehouse.model.directory.User;
import org.gatehouse.policy.PolicyRequest;
import org.gatehouse.policy.PolicyVerdict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PasswordExpiryPolicyTest {

    private final MovableClock clock = new MovableClock();
    private final User alice = TestUsers.alice();
    private final List<String> disabled = new ArrayList<>();
    private final PasswordExpiryPolicy policy = new PasswordExpiryPolicy(new ExpiredPasswords() {
        @Override
        public void disable(User user) {
            disabled.add(user.getUsername());
        }
    }, clock);

    @BeforeEach
    void setPassword() {
        alice.changePassword("hash", clock.instant());
    }

    @Test
    void passesUntilTheLastDay() {
        clock.advance(Duration.ofDays(30).minusSeconds(1));
        assertThat(decide(30, false).passing()).isTrue();
        assertThat(disabled).isEmpty();
    }

    @Test
    void makesAnExpiredPasswordUnusable() {
        clock.advance(Duration.ofDays(30));
        assertThat(decide(30, false)).isEqualTo(PolicyVerdict.deny(PasswordExpiryPolicy.EXPIRED));
        assertThat(disabled).containsExactly("alice");
    }

    @Test
    void leavesThePasswordAloneWhenItIsOnlyTried() {
        clock.advance(Duration.ofDays(30));
        PolicyRequest trial = new PolicyRequest(Optional.of(alice), Optional.empty(), "", Map.of()).asTrial();

        assertThat(policy.decide(trial, new PasswordExpiryPolicySettings(false, 30, false)).passing()).isFalse();
        assertThat(disabled).isEmpty();
    }

    @Test
    void onlyDeniesWhenToldTo() {
        clock.advance(Duration.ofDays(33));
        assertThat(decide(30, true)).isEqualTo(PolicyVerdict.deny("The password expired 3 days ago. Please choose a new one."));
        assertThat(disabled).isEmpty();
    }

    @Test
    void nobodyDoesNotPass() {
        PolicyRequest nobody = new PolicyRequest(Optional.empty(), Optional.empty(), "", Map.of());
        assertThat(policy.decide(nobody, new PasswordExpiryPolicySettings(false, 30, false)).passing()).isFalse();
    }

    private PolicyVerdict decide(int days, boolean denyOnly) {
        return policy.decide(new PolicyRequest(Optional.of(alice), Optional.empty(), "", Map.of()),
                new PasswordExpiryPolicySettings(false, days, denyOnly));
    }
}
