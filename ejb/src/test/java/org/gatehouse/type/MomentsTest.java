package org.gatehouse.type;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MomentsTest {

    private final FieldProblems problems = new FieldProblems();

    @Test
    void readsAnyOffset() {
        assertThat(Moments.read("expires", "2026-03-01T13:00:00.5+01:00", problems)).contains(Instant.parse("2026-03-01T12:00:00.5Z"));
        assertThat(Moments.read("expires", null, problems)).isEmpty();
        assertThat(problems.isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tomorrow", "2026-03-01", "2026-03-01T13:00:00", "+10000-01-01T00:00:00Z", "-0044-03-15T00:00:00Z", "0000-01-01T00:00:00Z"})
    void refusesWhatIsNoMomentADatabaseCanKeep(String text) {
        assertThat(Moments.read("expires", text, problems)).isEmpty();
        assertThat(problems.byField()).containsOnlyKeys("expires");
    }
}
