package org.gatehouse.web.console.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.gatehouse.event.query.EventVolume.Point;
import org.gatehouse.web.console.dashboard.LoginChart.Day;
import org.junit.jupiter.api.Test;

class LoginChartTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-24");

    @Test
    void drawsADayWithoutLoginsAsNothing() {
        List<Day> days = LoginChart.days(TODAY, List.of(), Locale.ENGLISH);

        assertThat(days).hasSize(14).allMatch(day -> day.loginHeight() == 0 && day.failedHeight() == 0);
        assertThat(days.get(13).day()).contains("24", "2026");
    }

    @Test
    void drawsTheMostOfADayInFullHeightAndTheFewestVisibly() {
        List<Day> days = LoginChart.days(TODAY, List.of(point("login", "2026-11-23T05:00:00Z", 900), point("login", "2026-11-23T06:00:00Z", 100),
                point("login_failed", "2026-11-24T00:00:00Z", 1)), Locale.ENGLISH);

        assertThat(days.get(12).logins()).isEqualTo(1000);
        assertThat(days.get(12).loginHeight()).isEqualTo(LoginChart.HEIGHT);
        assertThat(days.get(13).failedHeight()).isEqualTo(3);
    }

    private static Point point(String action, String time, long count) {
        return new Point(action, Instant.parse(time), count);
    }
}
