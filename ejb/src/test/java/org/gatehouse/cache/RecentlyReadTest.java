package org.gatehouse.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecentlyReadTest {

    private Instant now = Instant.parse("2026-01-01T12:00:00Z");
    private int reads;

    private final RecentlyRead<String, Integer> values = new RecentlyRead<>(new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }, 2);

    private Optional<Integer> read(String key) {
        return values.get(key, missing -> Optional.of(++reads));
    }

    @Test
    void readsOnceUntilHalfAMinuteHasPassed() {
        assertThat(read("a")).contains(1);
        now = now.plusSeconds(29);
        assertThat(read("a")).contains(1);
        now = now.plusSeconds(1);
        assertThat(read("a")).contains(2);
    }

    @Test
    void readsAnewAfterAChange() {
        read("a");
        values.forget();
        assertThat(read("a")).contains(2);
    }

    @Test
    void doesNotKeepWhatWasReadWhileItChanged() {
        values.get("a", key -> {
            values.forget();
            return Optional.of(99);
        });
        assertThat(read("a")).contains(1);
    }

    @Test
    void doesNotRememberThatThereWasNothing() {
        assertThat(values.get("a", key -> Optional.empty())).isEmpty();
        assertThat(read("a")).contains(1);
    }

    @Test
    void readsOnlyWhatIsMissing() {
        read("a");
        assertThat(values.getAll(List.of("a", "b"), missing -> {
            assertThat(missing).containsExactly("b");
            return Map.of("b", 7);
        })).containsEntry("a", 1).containsEntry("b", 7);
    }

    @Test
    void keepsNoMoreThanItMay() {
        read("a");
        read("b");
        read("a");
        read("c");
        assertThat(values.size()).isEqualTo(2);
        assertThat(read("a")).contains(1);
        assertThat(read("b")).contains(4);
    }
}
