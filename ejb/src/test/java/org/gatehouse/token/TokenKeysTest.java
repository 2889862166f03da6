package org.gatehouse.token;

import static org.assertj.core.api.Assertions.assertThat;

import org.gatehouse.type.FieldProblems;
import org.junit.jupiter.api.Test;

class TokenKeysTest {

    @Test
    void refusesKeysThatCouldBeGuessedOrNotBeSent() {
        assertThat(isAccepted("a".repeat(22))).isTrue();
        assertThat(isAccepted("short")).isFalse();
        assertThat(isAccepted("a".repeat(513))).isFalse();
        assertThat(isAccepted("with a space in the middle of it")).isFalse();
        assertThat(isAccepted("with-ä-umlaut-in-the-middle")).isFalse();
    }

    private static boolean isAccepted(String key) {
        FieldProblems problems = new FieldProblems();
        TokenKeys.check(key, problems);
        return problems.isEmpty();
    }
}
