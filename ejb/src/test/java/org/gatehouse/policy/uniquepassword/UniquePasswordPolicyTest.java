package org.gatehouse.policy.uniquepassword;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.directory.PasswordChanged;
import org.gatehouse.directory.password.Argon2Cost;
import org.gatehouse.directory.password.PasswordHasher;
import org.gatehouse.fixture.MovableClock;
import org.gatehouse.fixture.TestUsers;
import org.gatehouse.model.config.ConfiguredObject;
import org.gatehouse.model.config.ConfiguredObjectRepository;
import org.gatehouse.model.config.Policy;
import org.gatehouse.model.directory.User;
import org.gatehouse.model.policy.PasswordHistory;
import org.gatehouse.model.policy.PasswordHistoryRepository;
import org.gatehouse.policy.PolicyRequest;
import org.gatehouse.policy.PolicyVerdict;
import org.gatehouse.type.ConfiguredObjects;
import org.gatehouse.type.ObjectChanged;
import org.junit.jupiter.api.Test;

class UniquePasswordPolicyTest {

    private final MovableClock clock = new MovableClock();
    private final PasswordHasher hasher = new PasswordHasher(new Argon2Cost(64, 1, 1), 2, Duration.ofSeconds(5));
    private final List<PasswordHistory> rows = new ArrayList<>();
    private final List<Integer> asked = new ArrayList<>();
    private final User alice = TestUsers.alice();
    private final FormerPasswords former = new FormerPasswords(new History(), new Policies(), new Settings(), clock);
    private final UniquePasswordPolicy policy = new UniquePasswordPolicy(former, hasher);

    @Test
    void refusesThePresentPasswordAndFormerOnes() {
        asked.add(3);
        use("first");
        use("second");
        use("third");

        assertThat(decide("third", 3)).isEqualTo(PolicyVerdict.deny(UniquePasswordPolicy.USED));
        assertThat(decide("first", 3).passing()).isFalse();
        assertThat(decide("fourth", 3).passing()).isTrue();
    }

    @Test
    void looksBackNoFurtherThanAsked() {
        asked.add(3);
        use("first");
        use("second");
        use("third");

        assertThat(decide("second", 1).passing()).isTrue();
        assertThat(decide("first", 2).passing()).isTrue();
        assertThat(decide("third", 0).passing()).isTrue();
    }

    @Test
    void keepsAsManyAsTheStrictestPolicyAsks() {
        asked.add(1);
        asked.add(2);
        for (String password : List.of("one", "two", "three", "four")) {
            use(password);
        }
        assertThat(rows).hasSize(2).allMatch(row -> row.getEncoded().startsWith("$argon2id$"));
    }

    @Test
    void keepsNothingWithoutAPolicyAndForgetsWithTheLast() {
        use("one");
        use("two");
        assertThat(rows).isEmpty();

        asked.add(2);
        use("three");
        assertThat(rows).hasSize(1);
        asked.clear();
        former.forget(new ObjectChanged("authentik_policies_unique_password.uniquepasswordpolicy", "x", ObjectChanged.Change.DELETED));
        assertThat(rows).isEmpty();
    }

    @Test
    void somebodyNewHasUsedNothing() {
        PolicyRequest nobody = new PolicyRequest(Optional.empty(), Optional.empty(), "", typed("new"));
        assertThat(decide(nobody, settings(5)).passing()).isTrue();
        PolicyRequest unsaved = new PolicyRequest(Optional.of(new User()), Optional.empty(), "", typed("new"));
        assertThat(decide(unsaved, settings(5)).passing()).isTrue();
    }

    @Test
    void refusesWhatIsNotThere() {
        PolicyRequest nothing = new PolicyRequest(Optional.of(alice), Optional.empty(), "", Map.of());
        assertThat(decide(nothing, settings(1))).isEqualTo(PolicyVerdict.deny(UniquePasswordPolicy.MISSING));
    }

    @Test
    void stopsWhenItsTimeIsOver() {
        asked.add(3);
        use("first");
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> decide("other", 3)).isInstanceOf(IllegalStateException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void neitherHashNorPasswordShowsInTexts() {
        assertThat(new PasswordChanged(1, "$argon2id$x").toString()).doesNotContain("argon2");
        assertThat(new PolicyRequest(Optional.of(alice), Optional.empty(), "", typed("secret thing")).toString()).doesNotContain("secret");
    }

    private void use(String password) {
        clock.advance(Duration.ofDays(1));
        if (alice.hasUsablePassword()) {
            former.keep(new PasswordChanged(alice.getId(), alice.getPassword()));
        }
        alice.changePassword(hasher.encode(password), clock.instant());
    }

    private PolicyVerdict decide(String password, int count) {
        return decide(new PolicyRequest(Optional.of(alice), Optional.empty(), "", typed(password)), settings(count));
    }

    private PolicyVerdict decide(PolicyRequest request, UniquePasswordPolicySettings settings) {
        return policy.decide(policy.gather(request, settings), settings);
    }

    private static Map<String, Object> typed(String password) {
        return Map.of("prompt_data", Map.of("password", password));
    }

    private static UniquePasswordPolicySettings settings(int count) {
        return new UniquePasswordPolicySettings(false, "password", count);
    }

    private final class History extends PasswordHistoryRepository {

        @Override
        public List<PasswordHistory> newest(long userId, int count) {
            return rows.stream().sorted(Comparator.comparing(PasswordHistory::getReplaced).reversed())
                    .limit(Math.max(count, 0)).toList();
        }

        @Override
        public PasswordHistory add(PasswordHistory row) {
            rows.add(row);
            return row;
        }

        @Override
        public void flush() {
            // nothing is pending here
        }

        @Override
        public void keepNewest(long userId, int count) {
            rows.retainAll(newest(userId, count));
        }

        @Override
        public void clear() {
            rows.clear();
        }
    }

    private final class Policies extends ConfiguredObjectRepository {

        @Override
        public <T extends ConfiguredObject> List<T> list(Class<T> family, String where, Map<String, Object> parameters, String orderBy,
                int first, int size) {
            return asked.stream().map(count -> {
                Policy stored = new Policy();
                stored.setId(new UUID(0, count));
                return family.cast(stored);
            }).toList();
        }
    }

    private static final class Settings extends ConfiguredObjects {

        @Override
        public <S extends Record> S settings(ConfiguredObject object, Class<S> type) {
            return type.cast(UniquePasswordPolicyTest.settings((int) object.getId().getLeastSignificantBits()));
        }
    }
}
