package org.gatehouse.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.gatehouse.fixture.MovableClock;
import org.junit.jupiter.api.Test;

class ReadCacheTest {

    private final MovableClock clock = new MovableClock();
    private final ReadCache<String, String> cache = new ReadCache<>(2, Duration.ofSeconds(30), clock);
    private final AtomicInteger reads = new AtomicInteger();

    @Test
    void readsAValueOnce() {
        assertThat(read("a")).isEqualTo("a1");
        assertThat(read("a")).isEqualTo("a1");
    }

    @Test
    void readsAgainWhenTheValueIsTooOld() {
        read("a");
        clock.advance(Duration.ofSeconds(30));

        assertThat(read("a")).isEqualTo("a2");
    }

    @Test
    void readsAgainAfterAChange() {
        read("a");
        cache.forget("a"::equals);

        assertThat(read("a")).isEqualTo("a2");
    }

    @Test
    void doesNotKeepWhatWasReadWhileItChanged() {
        cache.get("a", key -> {
            cache.forget(any -> true);
            return Optional.of("old");
        });

        assertThat(read("a")).isEqualTo("a1");
    }

    @Test
    void keepsNoMoreThanItMay() {
        read("a");
        read("b");
        read("c");

        assertThat(read("a")).isEqualTo("a4");
    }

    @Test
    void doesNotRememberThatSomethingIsMissing() {
        assertThat(cache.get("a", key -> Optional.empty())).isEmpty();
        assertThat(read("a")).isEqualTo("a1");
    }

    @Test
    void readsOnlyWhatIsMissingOfSeveral() {
        read("a");

        Map<String, String> found = cache.getAll(List.of("a", "b"), missing -> {
            assertThat(missing).containsExactly("b");
            return Map.of("b", "fresh");
        });

        assertThat(found).isEqualTo(Map.of("a", "a1", "b", "fresh"));
    }

    private String read(String key) {
        return cache.get(key, asked -> Optional.of(asked + reads.incrementAndGet())).orElseThrow();
    }
}
