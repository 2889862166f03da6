package org.gatehouse.directory.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordEncodingTest {

    private static final Argon2Cost CHEAP = new Argon2Cost(64, 1, 1);

    private final PasswordHasher hasher = new PasswordHasher(CHEAP, 2, Duration.ofSeconds(5));

    /** Made with libargon2, Python's hashlib, and libxcrypt. */
    @ParameterizedTest
    @CsvSource(delimiter = ' ', value = {
        "password $argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
        "password argon2$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
        "password $argon2i$v=19$m=65536,t=2,p=4$c29tZXNhbHQ$RdescudvJCsgt3ub+b+dWRWJTmaaJObG",
        "lètmein pbkdf2_sha256$1000$seasalt$JgZryXe2Ga8ysg6XbzkLpTdyPQrHqsinbL9BnnhgX4A=",
        "lètmein scrypt$1024$seasalt$8$1$+qO2jTkVUbPNlniTkHY96ldSJKs4U0WQif8UbWlfO3wJDNhKOg+pPtDckiT6Zw0qkEvKIQ1MdONfGxsWrpoiNg==",
        "lètmein {SSHA}IwnONcWaVEbs3qeoFQ51/oN2E2gxMjM0NTY3OA==",
        "lètmein {SSHA512}kRUQ7ltW8PCZtq59lSK1XD5sr8uCg+sRqTKPjMtEZED4Y91+dnrxVZE9LEShvs+xtcjoNaQrpjY03cfODInKrTEyMzQ1Njc4",
        "lètmein $6$saltstring$X1TUDzF2ptX/KIelBV/4J8jjx/F01vehtU2t76jEltc5.Fbf2K/ZVVI2JEzefP3OVsD7oykqw7ffoQiOCmJ0..",
        "lètmein {CRYPT}$5$abc$IZZqK6ab3/igHng8cfngHaj.KEaScC1s9L.jDcSKOh1",
        "lètmein $5$rounds=1400$anotherlongsalt$VFD/bW1sRfGTl9nQR5kEM17jJ1eMIZt5sbqPbKVQWc0",
        "lètmein $2b$06$m0CrhHm10qJ3lXRY.5zDGOWHTk5jUXRFYvPhkybLguixKqX3jK8YW",
        "a bcrypt$$2a$06$m0CrhHm10qJ3lXRY.5zDGO3rS2KdeeWLuGmsfGlMfOxih58VYVfxe",
    })
    void readsHashesOfOtherSystems(String password, String encoded) {
        assertThat(hasher.matches(password, encoded)).isTrue();
        assertThat(hasher.matches(password + "x", encoded)).isFalse();
        assertThat(hasher.isCurrent(encoded)).isFalse();
    }

    @Test
    void readsShaCryptOfPasswordsLongerThanABlock() {
        String password = "a much longer passphrase, longer than one block of sixty-four bytes, that is";

        assertThat(hasher.matches(password, "$6$rounds=1400$anotherlongsalt"
                + "$NazJXtFGswhGscXlV91x.j/Sam4vwxfLFaeC3Vf4b2Y3eqIunCjPWH0F1UipsDFxhHMlNDGJvmcrlux1SI3S.1")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "plain", "$argon2id$", "$argon2id$v=19$m=999999999,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
        "$argon2id$v=19$m=4194304,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
        "$argon2id$v=19$m=64,t=99999,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
        "pbkdf2_sha256$9999999$seasalt$JgZryXe2Ga8ysg6XbzkLpTdyPQrHqsinbL9BnnhgX4A=", "pbkdf2_sha256$0$s$JgZryXe2Ga8ysg6XbzkLpTdy",
        "pbkdf2_md5$1$s$JgZryXe2Ga8ysg6XbzkLpTdy", "pbkdf2_sha256$1$s$======================",
        "scrypt$1048576$seasalt$8$1$+qO2jTkVUbPNlniTkHY96ldS", "scrypt$1000$seasalt$8$1$+qO2jTkVUbPNlniTkHY96ldS",
        "$2b$31$m0CrhHm10qJ3lXRY.5zDGOWHTk5jUXRFYvPhkybLguixKqX3jK8YW", "$2b$06$short", "bcrypt_sha256$", "{SSHA}", "{SSHA}AAAA",
        "{SSHA512}AAAAAAAAAAAAAAAAAAAAAAAA", "$6$", "$5$rounds=9999999$abc$IZZqK6ab3/igHng8cfngHaj.KEaScC1s9L.jDcSKOh1"
    })
    void malformedOrTooCostlyHashesMatchNothing(String encoded) {
        assertThat(hasher.matches("lètmein", encoded)).isFalse();
        assertThat(hasher.matches("", encoded)).isFalse();
    }
}
