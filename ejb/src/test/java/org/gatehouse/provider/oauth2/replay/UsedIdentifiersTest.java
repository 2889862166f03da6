package org.gatehouse.provider.oauth2.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class UsedIdentifiersTest {

    private static final Instant EXPIRES = Instant.parse("2026-06-01T12:05:00Z");

    private final InMemoryIdentifiers rows = new InMemoryIdentifiers();
    private final UsedIdentifiers used = new UsedIdentifiers(rows);

    @Test
    void anIdentifierIsGoodOnce() {
        assertThat(used.use("proof", "one", EXPIRES)).isTrue();
        assertThat(used.use("proof", "one", EXPIRES.plusSeconds(60))).isFalse();
        assertThat(rows.rows()).containsValue(EXPIRES).hasSize(1);
    }

    @Test
    void theSameIdentifierForAnotherPurposeIsAnotherOne() {
        used.use("proof", "one", EXPIRES);

        assertThat(used.use("assertion", "one", EXPIRES)).isTrue();
        assertThat(used.use("proof", "two", EXPIRES)).isTrue();
        assertThat(used.use("proof", "x".repeat(100_000), EXPIRES)).isTrue();
    }
}
