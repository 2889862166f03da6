package org.gatehouse.flow.stage.initialsetup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.gatehouse.access.Actor;
import org.gatehouse.directory.PasswordService;
import org.gatehouse.directory.password.TooManyPasswordChecks;
import org.gatehouse.fixture.MovableClock;
import org.gatehouse.fixture.Wired;
import org.gatehouse.flow.ContextKeys;
import org.gatehouse.flow.FlowContext;
import org.gatehouse.flow.PlanContext;
import org.gatehouse.flow.StageResult;
import org.gatehouse.flow.stage.initialsetup.InitialSetupStage.Answer;
import org.gatehouse.model.brand.SystemMarkers;
import org.gatehouse.model.directory.GroupRepository;
import org.gatehouse.model.directory.User;
import org.gatehouse.model.directory.UserRepository;
import org.gatehouse.startup.FirstStart;
import org.junit.jupiter.api.Test;

class InitialSetupStageTest {

    private static final String PASSWORD = "correct horse";
    private static final Answer GOOD = new Answer(null, "root@example.com", PASSWORD, PASSWORD);

    private final Set<String> set = new HashSet<>();
    private final List<String> passwords = new ArrayList<>();
    private final PlanContext plan = new PlanContext();
    private final User administrator = user("akadmin");
    private boolean superuser = true;
    private boolean busy;
    private final InitialSetup setup = Wired.with(new InitialSetup(), new Markers(), new Users(), new Groups(), new Passwords(), new MovableClock());
    private final InitialSetupStage stage = Wired.with(new InitialSetupStage(), setup);
    private final FlowContext flow = (FlowContext) Proxy.newProxyInstance(FlowContext.class.getClassLoader(), new Class<?>[] {FlowContext.class},
            (proxy, method, arguments) -> plan);

    @Test
    void staysOpenWhenTheNodeIsTooBusyToHash() {
        busy = true;
        assertThatThrownBy(() -> submit(GOOD)).isInstanceOf(TooManyPasswordChecks.class);
        assertThat(setup.isOpen()).isTrue();

        busy = false;
        assertThat(submit(GOOD)).isInstanceOf(StageResult.Next.class);
    }

    private static User user(String name) {
        User user = Wired.set(new User(), "id", 1L);
        user.setUsername(name);
        return user;
    }

    private StageResult begin() {
        return stage.begin(flow, new InitialSetupStage.Settings());
    }

    private StageResult submit(Answer answer) {
        return stage.submit(flow, new InitialSetupStage.Settings(), answer);
    }

    private static Set<String> problems(StageResult result) {
        return ((StageResult.Invalid) result).problems().byField().keySet();
    }

    private void assertClosed() {
        assertThat(begin()).isEqualTo(StageResult.deny(InitialSetupStage.CLOSED));
        assertThat(submit(GOOD)).isEqualTo(StageResult.deny(InitialSetupStage.CLOSED));
    }

    @Test
    void givesTheAdministratorAPasswordAndMakesItTheUserOfTheFlow() {
        assertThat(begin()).isInstanceOf(StageResult.Show.class);

        assertThat(submit(GOOD)).isEqualTo(StageResult.next());

        assertThat(administrator.getEmail()).isEqualTo("root@example.com");
        assertThat(passwords).containsExactly(PASSWORD);
        assertThat(plan.get(ContextKeys.PENDING_USER)).contains(1L);
    }

    @Test
    void happensOnce() {
        submit(GOOD);
        Answer replayed = new Answer(null, "thief@example.com", "another password", "another password");

        assertThat(submit(replayed)).isEqualTo(StageResult.deny(InitialSetupStage.CLOSED));

        assertThat(administrator.getEmail()).isEqualTo("root@example.com");
        assertThat(passwords).hasSize(1);
        assertClosed();
    }

    @Test
    void staysClosedWhenTheAdministratorLosesPasswordOrName() {
        submit(GOOD);
        plan.remove(ContextKeys.PENDING_USER);
        administrator.changePassword(null, Instant.EPOCH);
        assertClosed();

        administrator.setUsername("root");
        assertClosed();
        assertThat(plan.has(ContextKeys.PENDING_USER)).isFalse();
    }

    @Test
    void isClosedForWhoeverTookTheNameWithoutBeingAnAdministrator() {
        superuser = false;
        assertClosed();
    }

    @Test
    void isClosedForADisabledAdministratorAndOneWithAPassword() {
        administrator.setActive(false);
        assertClosed();
        administrator.setActive(true);
        administrator.changePassword("hash", Instant.EPOCH);
        assertClosed();
    }

    @Test
    void letsOneOfTwoThatRaceWin() {
        // The other one sets the marker after this one has looked.
        assertThat(setup.isOpen()).isTrue();
        set.add(FirstStart.INITIAL_SETUP);

        assertThat(setup.complete("late@example.com", PASSWORD)).isEmpty();
        assertThat(passwords).isEmpty();
        assertThat(administrator.getEmail()).isEmpty();
    }

    @Test
    void refusesEmptyAndMismatchedAnswersAndStaysOpen() {
        assertThat(problems(submit(new Answer(null, null, null, null)))).containsExactlyInAnyOrder("email", "password", "password_repeat");
        assertThat(problems(submit(new Answer("", "", "", "")))).containsExactlyInAnyOrder("email", "password");
        assertThat(problems(submit(new Answer(null, "root", PASSWORD, PASSWORD)))).containsExactly("email");
        assertThat(problems(submit(new Answer(null, "a@b@c", PASSWORD, PASSWORD)))).containsExactly("email");
        assertThat(problems(submit(new Answer(null, "x".repeat(250) + "@example.com", PASSWORD, PASSWORD)))).containsExactly("email");
        assertThat(problems(submit(new Answer(null, "a@b.c", "short", "short")))).containsExactly("password");
        assertThat(problems(submit(new Answer(null, "a@b.c", " ".repeat(9), " ".repeat(9))))).containsExactly("password");
        assertThat(problems(submit(new Answer(null, "a@b.c", "x".repeat(2000), "x".repeat(2000))))).containsExactly("password");
        assertThat(problems(submit(new Answer(null, "a@b.c", PASSWORD, PASSWORD + " ")))).containsExactly("password_repeat");
        assertThat(problems(submit(new Answer(null, "a@b.c", PASSWORD, null)))).containsExactly("password_repeat");

        assertThat(passwords).isEmpty();
        assertThat(begin()).isInstanceOf(StageResult.Show.class);
    }

    @Test
    void keepsThePasswordOutOfLogs() {
        assertThat(GOOD.toString()).doesNotContain(PASSWORD);
    }

    private final class Markers extends SystemMarkers {

        @Override
        public boolean isSet(String name) {
            return set.contains(name);
        }

        @Override
        public boolean set(String name, Instant now) {
            return set.add(name);
        }
    }

    private final class Users extends UserRepository {

        @Override
        public Optional<User> findByUsername(String username) {
            return Optional.of(administrator).filter(user -> user.getUsername().equalsIgnoreCase(username));
        }
    }

    private final class Groups extends GroupRepository {

        @Override
        public boolean isSuperuser(long userId) {
            return superuser;
        }
    }

    private final class Passwords extends PasswordService {

        @Override
        public String encode(String password) {
            if (busy) {
                throw new TooManyPasswordChecks();
            }
            return password;
        }

        @Override
        public void setEncoded(User user, String encoded, Actor actor, Optional<UUID> kept) {
            passwords.add(encoded);
            user.changePassword("hash", Instant.EPOCH);
        }
    }
}
