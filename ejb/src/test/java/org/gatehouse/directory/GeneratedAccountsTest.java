package org.gatehouse.directory;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.access.Actor;
import org.gatehouse.fixture.InMemoryUsers;
import org.gatehouse.fixture.MovableClock;
import org.gatehouse.fixture.TestUsers;
import org.gatehouse.fixture.Wired;
import org.gatehouse.model.directory.ExpiringAccounts;
import org.gatehouse.model.directory.User;
import org.gatehouse.model.directory.UserType;
import org.gatehouse.type.ManagedModels;
import org.gatehouse.type.Model;
import org.junit.jupiter.api.Test;

class GeneratedAccountsTest {

    private final List<String> steps = new ArrayList<>();
    private final User account = TestUsers.alice();
    private Optional<User> stored = Optional.empty();

    /** Whether the next look happens before another transaction has ended. */
    private boolean hidden;

    private final InMemoryUsers users = new InMemoryUsers() {
        @Override
        public Optional<User> findByUsername(String username) {
            steps.add("find");
            if (hidden) {
                hidden = false;
                return Optional.empty();
            }
            return stored.filter(user -> user.getUsername().equalsIgnoreCase(username));
        }

        @Override
        public Optional<User> findByUuid(UUID uuid) {
            return stored;
        }

        @Override
        public boolean addIfNameIsFree(User user) {
            steps.add("add");
            if (stored.isPresent()) {
                return false;
            }
            stored = Optional.of(Wired.set(user, "id", 7L));
            return true;
        }
    };
    private final Map<UUID, Instant> expiring = new HashMap<>();
    private final MovableClock clock = new MovableClock();
    private final GeneratedAccounts accounts = Wired.with(new GeneratedAccounts(), users, new UserModel(), clock, new ManagedModels() {
        @Override
        public void noteCreated(Actor actor, Model model, String key) {
            steps.add("note " + key);
        }

        @Override
        public void delete(Actor actor, Model model, String key) {
            steps.add("delete " + key);
        }
    }, new ExpiringAccounts() {
        @Override
        public void prolong(UUID id, Instant until) {
            expiring.merge(id, until, (one, other) -> one.isAfter(other) ? one : other);
        }

        @Override
        public boolean takeExpired(UUID id, Instant now) {
            return expiring.containsKey(id) && !expiring.get(id).isAfter(now) && expiring.remove(id) != null;
        }
    });

    @Test
    void makesTheAccountWhenItIsFirstNeededAndFindsItAgain() {
        User made = require("ak-app").orElseThrow();

        assertThat(made.getPath()).isEqualTo("goauthentik.io/apps/app");
        assertThat(made.getType()).isEqualTo(UserType.SERVICE_ACCOUNT);
        assertThat(made.hasUsablePassword()).isFalse();
        assertThat(steps).containsExactly("find", "add", "find", "note 7");
        steps.clear();
        assertThat(require("ak-app")).containsSame(made);
        assertThat(steps).containsExactly("find");
    }

    @Test
    void whoComesSecondTakesTheAccountOfTheFirstAndNotesNothing() {
        User made = require("ak-app").orElseThrow();
        steps.clear();
        hidden = true;

        assertThat(require("ak-app")).containsSame(made);
        assertThat(steps).containsExactly("find", "add", "find");
    }

    @Test
    void anAccountIsFoundAgainOnlyByWhomItWasMadeFor() {
        assertThat(accounts.require(new GeneratedAccounts.Draft("app-bob", "Bob", "p", "one"))).isPresent();

        assertThat(accounts.require(new GeneratedAccounts.Draft("app-bob", "Bob", "p", "one"))).isPresent();
        assertThat(accounts.require(new GeneratedAccounts.Draft("app-bob", "Bob", "p", "other"))).isEmpty();
        assertThat(accounts.require(new GeneratedAccounts.Draft("app-bob", "Bob", "p"))).isEmpty();
    }

    @Test
    void anAccountWhoseTimeIsOverIsDeletedUnlessItWasProlonged() {
        User made = require("ak-app").orElseThrow();
        accounts.prolong(made, clock.instant().plusSeconds(60));
        accounts.removeExpired(made.getUuid());
        assertThat(steps).doesNotContain("delete 7");

        clock.advance(Duration.ofMinutes(1));
        accounts.removeExpired(made.getUuid());
        assertThat(steps).contains("delete 7");
    }

    @Test
    void neverHandsOutAnAccountThatOnlyHasTheName() {
        account.setUsername("ak-app");
        stored = Optional.of(account);
        assertThat(require("ak-app")).as("a person").isEmpty();
        account.setType(UserType.SERVICE_ACCOUNT);
        assertThat(require("ak-app")).as("somebody's service account").isEmpty();
        account.setType(UserType.EXTERNAL);
        account.setAttributes(Json.createObjectBuilder().add(GeneratedAccounts.GENERATED, true).build());
        assertThat(require("ak-app")).as("a person with the attribute").isEmpty();
    }

    @Test
    void takesNoAccountOfANameThatDiffersInCase() {
        assertThat(require("ak-app")).isPresent();

        assertThat(require("ak-APP")).isEmpty();
    }

    private Optional<User> require(String username) {
        return accounts.require(new GeneratedAccounts.Draft(username, "App", "goauthentik.io/apps/app"));
    }
}
