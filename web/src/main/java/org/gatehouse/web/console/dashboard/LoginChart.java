package org.gatehouse.web.console.dashboard;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gatehouse.event.EventAction;
import org.gatehouse.event.query.EventVolume;
import org.gatehouse.event.query.EventVolume.Point;
import org.gatehouse.web.console.ConsoleObjects;
import org.gatehouse.web.page.PageLanguage;

/** Logins and failed logins of the last two weeks, a pair of bars for each day (UTC). */
@Named("loginChart")
@RequestScoped
public class LoginChart {

    /** The drawing's size in its own units. */
    public static final int WIDTH = 700;

    /** The height of the part with bars. */
    public static final int HEIGHT = 160;

    private static final int DAYS = 14;
    private static final int SLOT = WIDTH / DAYS;
    private static final int BAR = 18;

    /**
     * One day.
     *
     * @param day as people write it
     * @param x where its bars begin
     * @param loginHeight how high the bar of logins is; likewise for failed ones
     */
    public record Day(String day, String shortDay, long logins, long failed, int x, int loginHeight, int failedHeight) {

        public int loginY() {
            return HEIGHT - loginHeight;
        }

        public int failedX() {
            return x + BAR;
        }

        public int failedY() {
            return HEIGHT - failedHeight;
        }
    }

    @Inject
    private EventVolume volume;

    @Inject
    private ConsoleObjects objects;

    @Inject
    private PageLanguage language;

    @Inject
    private Clock clock;

    private List<Day> days;

    public List<Day> getDays() {
        if (days == null) {
            List<Point> points = volume.of(objects.actor(),
                    EventVolume.query(Map.of("actions", List.of(EventAction.LOGIN, EventAction.LOGIN_FAILED))), DAYS);
            days = days(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC), points, language.locale());
        }
        return days;
    }

    static List<Day> days(LocalDate today, List<Point> points, Locale locale) {
        Map<LocalDate, Long> logins = byDay(points, EventAction.LOGIN);
        Map<LocalDate, Long> failed = byDay(points, EventAction.LOGIN_FAILED);
        long most = Math.max(1, points.stream().collect(Collectors.groupingBy(point -> point.action() + day(point),
                Collectors.summingLong(Point::count))).values().stream().mapToLong(Long::longValue).max().orElse(1));
        return IntStream.range(0, DAYS).mapToObj(at -> {
            LocalDate day = today.minusDays(DAYS - 1L - at);
            long good = logins.getOrDefault(day, 0L);
            long bad = failed.getOrDefault(day, 0L);
            return new Day(DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale).format(day),
                    String.valueOf(day.getDayOfMonth()), good, bad, at * SLOT + (SLOT - 2 * BAR) / 2, height(good, most), height(bad, most));
        }).toList();
    }

    private static Map<LocalDate, Long> byDay(List<Point> points, String action) {
        return points.stream().filter(point -> point.action().equals(action))
                .collect(Collectors.groupingBy(LoginChart::day, Collectors.summingLong(Point::count)));
    }

    private static LocalDate day(Point point) {
        return LocalDate.ofInstant(point.time(), ZoneOffset.UTC);
    }

    /** Nothing is no bar, and something always is one that can be seen. */
    private static int height(long count, long most) {
        return count == 0 ? 0 : (int) Math.max(3, Math.round((double) count * HEIGHT / most));
    }

    public long getLogins() {
        return getDays().stream().mapToLong(Day::logins).sum();
    }

    public long getFailed() {
        return getDays().stream().mapToLong(Day::failed).sum();
    }

    public int getWidth() {
        return WIDTH;
    }

    public int getHeight() {
        return HEIGHT;
    }

    public int getBar() {
        return BAR;
    }
}
