package org.gatehouse.directory.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class PasswordHasherTest {

    private static final Argon2Cost CHEAP = new Argon2Cost(64, 1, 1);

    private final PasswordHasher hasher = new PasswordHasher(CHEAP, 2, Duration.ofSeconds(5));

    @Test
    void writesArgon2idInPhcFormatWithItsOwnSaltEachTime() {
        String one = hasher.encode("correct horse");
        String other = hasher.encode("correct horse");

        assertThat(one).startsWith("$argon2id$v=19$m=64,t=1,p=1$").isNotEqualTo(other);
        assertThat(hasher.matches("correct horse", one)).isTrue();
        assertThat(hasher.matches("Correct horse", one)).isFalse();
        assertThat(hasher.isCurrent(one)).isTrue();
    }

    @Test
    void hashOfAnotherCostIsNotCurrent() {
        String encoded = new Argon2Encoding(new Argon2Cost(128, 1, 1)).encode("correct horse");

        assertThat(hasher.matches("correct horse", encoded)).isTrue();
        assertThat(hasher.isCurrent(encoded)).isFalse();
    }

    @Test
    void matchesHoweverTheKeyboardComposesALetter() {
        String encoded = hasher.encode("caf\u00e9");

        assertThat(hasher.matches("cafe\u0301", encoded)).isTrue();
    }

    @Test
    void doesNotCutLongPasswords() {
        String longest = "x".repeat(PasswordHasher.LONGEST_PASSWORD);
        String encoded = hasher.encode(longest);

        assertThat(hasher.matches(longest, encoded)).isTrue();
        assertThat(hasher.matches(longest.substring(1), encoded)).isFalse();
        assertThat(hasher.matches(longest + "x", encoded)).isFalse();
        assertThatThrownBy(() -> hasher.encode(longest + "x")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nothingMatchesWhereThereIsNoPassword() {
        assertThat(hasher.matches("anything", null)).isFalse();
        assertThat(hasher.matches(null, null)).isFalse();
        assertThat(hasher.matches("no one's password", null)).isFalse();
    }

    @Test
    void takesFromElsewhereOnlyHashesThatSomebodyCouldLogInWith() {
        for (String good : List.of(hasher.encode("x"), "$2b$12$" + "a".repeat(53), "bcrypt_sha256$$2b$12$" + "a".repeat(53),
                "pbkdf2_sha256$600000$salt$" + "a".repeat(43) + "=", "scrypt$16384$salt$8$1$" + "a".repeat(44), "$6$salt$" + "a".repeat(86),
                "{SSHA}" + "a".repeat(32))) {
            assertThat(hasher.isUsable(good)).as(good).isTrue();
        }
        for (String bad : List.of("", "secret", "$2b$31$" + "a".repeat(53), "$2b$12$short", "pbkdf2_sha256$9999999$salt$" + "a".repeat(44),
                "pbkdf2_md5$1$salt$" + "a".repeat(44), "scrypt$1048576$salt$99$1$" + "a".repeat(44), "$argon2id$v=19$m=9999999,t=1,p=1$" + "a".repeat(22) + "$" + "a".repeat(43),
                "$6$rounds=9999999$salt$" + "a".repeat(86), "$1$md5$aaaa", hasher.encode("x") + "x".repeat(1024))) {
            assertThat(hasher.isUsable(bad)).as(bad).isFalse();
        }
    }

    @Test
    void refusesWhenAllTurnsAreTaken() {
        PasswordHasher busy = new PasswordHasher(CHEAP, 0, Duration.ZERO);

        assertThatThrownBy(() -> busy.matches("anything", null)).isInstanceOf(TooManyPasswordChecks.class);
    }
}
