package org.gatehouse.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeSpanTest {

    @ParameterizedTest
    @CsvSource({"hours=1;minutes=30,PT1H30M", "weeks=1,PT168H", "days=0.5,PT12H", "seconds=0.1,PT0.1S", "microseconds=7,PT0.000007S",
            "' hours = 1 ; seconds = 2 ',PT1H2S", "seconds=0,PT0S", "milliseconds=1;milliseconds=1,PT0.002S", "weeks=5000,PT840000H"})
    void readsTheNotation(String text, Duration expected) {
        assertThat(new TimeSpan(text).duration()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "hours", "hours=", "=1", "hours=-1", "hours=1;", "years=1", "hours=1d", "hours=0x1p3", "hours=NaN",
            "hours=Infinity", "hours=1e3", "weeks=99999999", "hours=1,minutes=1", "Hours=1", "seconds=111111111111111111111111111111111111"})
    void refusesAnythingElseWithASentence(String text) {
        assertThatThrownBy(() -> new TimeSpan(text)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("hours=3");
    }

    @Test
    void shortensWhatItQuotes() {
        assertThatThrownBy(() -> new TimeSpan("x".repeat(10_000))).extracting(Throwable::getMessage).asString().hasSizeLessThan(200);
    }

    @Test
    void keepsTheTextAsItWasWritten() {
        assertThat(new TimeSpan("minutes=90").expression()).isEqualTo("minutes=90");
        assertThat(new TimeSpan("seconds=0").isZero()).isTrue();
        assertThat(new TimeSpan("seconds=1").isZero()).isFalse();
    }
}
