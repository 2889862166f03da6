package org.gatehouse.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WriteBehindTest {

    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final long HOUR = 3_600_000;

    private final WriteBehind changes = new WriteBehind("flow-plans", Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void handsOverTheLastChangeOfEachKeyOnce() {
        changes.written("a", "1", HOUR);
        changes.written("a", "2", HOUR);
        changes.written("b", "1", HOUR);
        changes.removed("b");

        assertThat(changes.collect()).containsExactlyInAnyOrder(
                new WriteBehind.Change("flow-plans", "a", Optional.of("2"), NOW.plusMillis(HOUR)),
                new WriteBehind.Change("flow-plans", "b", Optional.empty(), Instant.EPOCH));
        assertThat(changes.collect()).isEmpty();
    }

    @Test
    void keepsNothingThatIsOverInAMoment() {
        changes.written("claim", "claimed", 30_000);

        assertThat(changes.collect()).isEmpty();
    }

    @Test
    void keepsNothingThatSaysItIsFleetingAndForgetsWhatHasBecomeIt() {
        changes.written("a", "{\"fleeting\":true,\"x\":1}", HOUR);
        changes.rewritten("a", "{\"fleeting\":true,\"x\":1}", "{\"fleeting\":true,\"x\":2}", HOUR);
        assertThat(changes.collect()).isEmpty();

        changes.rewritten("a", "{\"fleeting\":true,\"x\":2}", "{\"x\":3}", HOUR);
        assertThat(changes.collect()).extracting(WriteBehind.Change::value).containsExactly(Optional.of("{\"x\":3}"));
        changes.rewritten("a", "{\"x\":3}", "{\"fleeting\":true}", HOUR);
        assertThat(changes.collect()).extracting(WriteBehind.Change::value).containsExactly(Optional.empty());
    }

    @Test
    void triesAgainWhatCouldNotBeStoredUnlessItHasChangedAgain() {
        changes.written("a", "1", HOUR);
        changes.written("b", "1", HOUR);
        List<WriteBehind.Change> unstored = changes.collect();
        changes.written("b", "2", HOUR);

        changes.returned(unstored);

        assertThat(changes.collect()).extracting(WriteBehind.Change::value).containsExactlyInAnyOrder(Optional.of("1"), Optional.of("2"));
    }

    @Test
    void oneKeyOfTwoCachesIsTwoRows() {
        assertThat(KeptCaches.idOf("flow-plans", "a")).isNotEqualTo(KeptCaches.idOf("single-use", "a"))
                .isEqualTo(KeptCaches.idOf("flow-plans", "a"));
    }
}
