package org.gatehouse.directory;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gatehouse.access.Actor;
import org.gatehouse.fixture.InMemoryUsers;
import org.gatehouse.fixture.TestUsers;
import org.gatehouse.fixture.Wired;
import org.gatehouse.model.directory.User;
import org.gatehouse.model.directory.UserType;
import org.gatehouse.type.ManagedModels;
import org.gatehouse.type.Model;
import org.junit.jupiter.api.Test;

class GeneratedAccountsTest {

    private final List<String> steps = new ArrayList<>();
    private final User account = TestUsers.alice();
    private Optional<User> stored = Optional.empty();

    private final InMemoryUsers users = new InMemoryUsers() {
        @Override
        public Optional<User> findByUsername(String username) {
            steps.add("find");
            return stored.filter(user -> user.getUsername().equalsIgnoreCase(username));
        }

        @Override
        public void waitForName(String username) {
            steps.add("wait");
        }
    };
    private final GeneratedAccounts accounts = Wired.with(new GeneratedAccounts(), users, new UserModel(), new ManagedModels() {
        @Override
        public String create(Actor actor, Model model, JsonObject document) {
            steps.add("create");
            account.setUsername(document.getString("username"));
            account.setType(UserType.SERVICE_ACCOUNT);
            account.setPath(document.getString("path"));
            account.setAttributes(document.getJsonObject("attributes"));
            users.add(account);
            stored = Optional.of(account);
            return account.getId().toString();
        }
    });

    @Test
    void makesTheAccountWhenItIsFirstNeededAndFindsItAgain() {
        assertThat(require("ak-app")).containsSame(account);
        assertThat(account.getPath()).isEqualTo("goauthentik.io/apps/app");
        assertThat(steps).containsExactly("find", "wait", "find", "create");
        steps.clear();

        assertThat(require("ak-app")).containsSame(account);
        assertThat(steps).containsExactly("find");
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
