package org.gatehouse.directory;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.event.Event;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.gatehouse.fixture.FlowWorld;
import org.gatehouse.fixture.PeopleWorld;
import org.gatehouse.model.directory.User;
import org.junit.jupiter.api.Test;

class AccountLockdownTest {

    private final FlowWorld world = new FlowWorld();
    private final List<Object> told = new ArrayList<>();
    private final AccountLockdown lockdown = wired();
    private final User alice = world.user("alice", true);

    private AccountLockdown wired() {
        List<Object> beans = new ArrayList<>(new PeopleWorld().beans());
        beans.add(Proxy.newProxyInstance(Event.class.getClassLoader(), new Class<?>[] {Event.class}, (proxy, method, arguments) -> {
            told.add(arguments[0]);
            return null;
        }));
        return world.wire(new AccountLockdown(), beans.toArray());
    }

    @Test
    void tellsThatThePasswordIsGoneAndTheAccountLocked() {
        alice.changePassword("a hash", world.now);

        lockdown.lock(alice, new AccountLockdown.Measures(true, true, true, true));

        assertThat(told).containsExactly(new PasswordChanged(alice.getId(), "a hash"), new AccountLocked(alice.getId()));
        assertThat(told.toString()).doesNotContain("a hash");
    }

    @Test
    void takesLinksAndProofsBackWhateverElseIsLeft() {
        alice.changePassword("a hash", world.now);

        lockdown.lock(alice, new AccountLockdown.Measures(false, false, false, false));

        assertThat(told).containsExactly(new AccountLocked(alice.getId()));
        assertThat(alice.isActive()).isTrue();
        assertThat(alice.hasUsablePassword()).isTrue();
    }

    @Test
    void aPasswordThatWasNoneIsNotReportedAsTaken() {
        lockdown.lock(alice, new AccountLockdown.Measures(true, true, true, true));

        assertThat(told).containsExactly(new AccountLocked(alice.getId()));
    }
}
