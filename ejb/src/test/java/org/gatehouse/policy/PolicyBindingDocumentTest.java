package org.gatehouse.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.gatehouse.type.FieldProblems;
import org.junit.jupiter.api.Test;

class PolicyBindingDocumentTest {

    @Test
    void bindsExactlyOneSubject() {
        UUID some = UUID.randomUUID();

        assertThat(isAccepted(some, null, null)).isTrue();
        assertThat(isAccepted(null, some, null)).isTrue();
        assertThat(isAccepted(null, null, 7L)).isTrue();
        assertThat(isAccepted(null, null, null)).isFalse();
        assertThat(isAccepted(some, some, null)).isFalse();
        assertThat(isAccepted(some, some, 7L)).isFalse();
    }

    private static boolean isAccepted(UUID policy, UUID group, Long user) {
        FieldProblems problems = new FieldProblems();
        new PolicyBindingModel.Document(policy, group, user, UUID.randomUUID(), false, true, 0, 30, false).requireOneSubject(problems);
        return problems.isEmpty();
    }
}
