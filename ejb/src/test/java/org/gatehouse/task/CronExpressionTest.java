package org.gatehouse.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CronExpressionTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "17 * * * *    | 2026-11-24T19:17:00Z | 2026-11-24T20:17:00Z",
            "17 * * * *    | 2026-11-24T19:16:59Z | 2026-11-24T19:17:00Z",
            "*/15 * * * *  | 2026-11-24T23:50:00Z | 2026-11-25T00:00:00Z",
            "30 4 * * *    | 2026-11-24T19:00:00Z | 2026-11-25T04:30:00Z",
            "0 0 29 2 *    | 2026-11-24T19:00:00Z | 2028-02-29T00:00:00Z",
            "0 9 * * 1-5   | 2026-11-27T10:00:00Z | 2026-11-30T09:00:00Z",
            "0 0 1 * 7     | 2026-11-24T19:00:00Z | 2026-11-29T00:00:00Z",
            "5,50 1-3/2 * * * | 2026-11-24T01:10:00Z | 2026-11-24T01:50:00Z"})
    void findsTheNextMoment(String text, String after, String expected) {
        assertThat(CronExpression.parse(text.strip()).next(Instant.parse(after.strip()))).hasValue(Instant.parse(expected.strip()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "* * * *", "* * * * * *", "60 * * * *", "* 24 * * *", "* * 0 * *", "* * * 13 *", "* * * * 8", "5-1 * * * *", "*/0 * * * *",
            "a * * * *", "1,, * * * *", "0 0 31 2 *", "@daily"})
    void refusesWhatIsNoTime(String text) {
        assertThatThrownBy(() -> CronExpression.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aVeryLongFieldIsNotRepeated() {
        assertThatThrownBy(() -> CronExpression.parse("9".repeat(500) + " * * * *")).hasMessageContaining("…");
    }
}
