package org.gatehouse.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.List;
import java.util.Optional;
import org.gatehouse.access.Actor;
import org.gatehouse.model.directory.UserType;
import org.gatehouse.type.FieldProblems;
import org.junit.jupiter.api.Test;

class UserRulesTest {

    private static final Actor ADMINISTRATOR = new Actor(1L, "akadmin", true, false);

    @Test
    void nobodyMakesOrConvertsInternalServiceAccountsByHand() {
        assertThat(problems(Optional.empty(), UserType.INTERNAL_SERVICE_ACCOUNT)).containsOnlyKeys("type");
        assertThat(problems(Optional.of(UserType.INTERNAL), UserType.INTERNAL_SERVICE_ACCOUNT)).containsOnlyKeys("type");
        assertThat(problems(Optional.of(UserType.INTERNAL_SERVICE_ACCOUNT), UserType.INTERNAL)).containsOnlyKeys("type");
        assertThat(problems(Optional.of(UserType.INTERNAL_SERVICE_ACCOUNT), UserType.INTERNAL_SERVICE_ACCOUNT))
                .containsOnlyKeys(FieldProblems.GENERAL);
        assertThat(problems(Optional.of(UserType.INTERNAL), UserType.EXTERNAL)).isEmpty();
    }

    @Test
    void theProductMakesItsOwnAccounts() {
        FieldProblems problems = new FieldProblems();

        UserRules.checkType(Actor.ofSystem(), Optional.empty(), UserType.INTERNAL_SERVICE_ACCOUNT, problems);

        assertThat(problems.isEmpty()).isTrue();
    }

    @Test
    void pathsReadLikeFolders() {
        FieldProblems problems = new FieldProblems();

        UserRules.checkPath("users/branch", problems);
        assertThat(problems.isEmpty()).isTrue();
        UserRules.checkPath("/users", problems);
        UserRules.checkPath("users/", problems);
        UserRules.checkPath("users//branch", problems);
        assertThat(problems.byField().get("path")).hasSize(3);
    }

    private static Map<String, List<String>> problems(Optional<UserType> before, UserType after) {
        FieldProblems problems = new FieldProblems();
        UserRules.checkType(ADMINISTRATOR, before, after, problems);
        return problems.byField();
    }
}
