package org.gatehouse.type;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.gatehouse.fixture.MovableClock;
import org.gatehouse.model.Listing;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ListCountsTest {

    private final MovableClock clock = new MovableClock();
    private final ListCounts counts = new ListCounts(clock);
    private long rows = 100_000;
    private int counted;

    @BeforeEach
    void open() {
        counts.open();
    }

    private long count(String name, int first) {
        return counts.of(new Listing("user_account o", "o.name = ?1", List.of(name), "o.id", first, 20), listing -> {
            counted++;
            return rows;
        });
    }

    @Test
    void aLargeNumberIsCountedOnceForAllPages() {
        assertThat(count("a", 0)).isEqualTo(100_000);
        rows++;
        assertThat(count("a", 20)).isEqualTo(100_000);
        assertThat(counted).isEqualTo(1);
        assertThat(count("b", 0)).isEqualTo(100_001);
    }

    @Test
    void aLargeNumberIsForgottenSoonAndAtAChange() {
        count("a", 0);
        clock.advance(Duration.ofSeconds(6));
        count("a", 0);
        assertThat(counted).isEqualTo(2);

        counts.forget(new ObjectChanged("authentik_core.user", "1", ObjectChanged.Change.CREATED));
        count("a", 0);
        assertThat(counted).isEqualTo(3);
    }

    @Test
    void aSmallNumberIsAlwaysTrue() {
        rows = 12;
        assertThat(count("a", 0)).isEqualTo(12);
        rows = 13;
        assertThat(count("a", 0)).isEqualTo(13);
    }
}
