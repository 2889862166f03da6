package org.gatehouse.task;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.BitSet;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Times in crontab's five fields: minute, hour, day of the month, month, day of the week (0 and 7 are Sunday), in UTC. Each is {@code *}, a
 * number, a range {@code 1-5}, any of them with a step {@code *}{@code /15}, or several of them with commas. As with cron, a day counts when
 * either of the two day fields fits, if neither is {@code *}.
 */
public final class CronExpression {

    private static final Pattern PART = Pattern.compile("(\\*|(\\d{1,2})(?:-(\\d{1,2}))?)(?:/(\\d{1,2}))?");
    private static final int MOST_DAYS = 366 * 8;

    private final BitSet minutes;
    private final BitSet hours;
    private final BitSet days;
    private final BitSet months;
    private final BitSet weekdays;
    private final boolean anyDay;
    private final boolean anyWeekday;

    private CronExpression(String[] fields) {
        minutes = field(fields[0], 0, 59);
        hours = field(fields[1], 0, 23);
        days = field(fields[2], 1, 31);
        months = field(fields[3], 1, 12);
        weekdays = field(fields[4], 0, 7);
        if (weekdays.get(7)) {
            weekdays.set(0);
        }
        anyDay = fields[2].startsWith("*");
        anyWeekday = fields[4].startsWith("*");
    }

    /** @throws IllegalArgumentException with a sentence for the user when the text is not in the notation, or never comes true */
    public static CronExpression parse(String text) {
        String[] fields = text.strip().split("\\s+");
        if (fields.length != 5) {
            throw new IllegalArgumentException("Enter five fields: minute, hour, day of month, month, day of week.");
        }
        CronExpression parsed = new CronExpression(fields);
        if (parsed.next(Instant.EPOCH).isEmpty()) {
            throw new IllegalArgumentException("There is no such day.");
        }
        return parsed;
    }

    private static BitSet field(String text, int least, int most) {
        BitSet values = new BitSet(most + 1);
        for (String part : text.split(",", -1)) {
            Matcher matcher = PART.matcher(part);
            if (!matcher.matches()) {
                throw notation(text);
            }
            boolean any = matcher.group(1).equals("*");
            int from = any ? least : Integer.parseInt(matcher.group(2));
            int step = matcher.group(4) == null ? 1 : Integer.parseInt(matcher.group(4));
            boolean open = any || matcher.group(3) == null && matcher.group(4) != null;
            int to = open ? most : matcher.group(3) == null ? from : Integer.parseInt(matcher.group(3));
            if (from < least || to > most || from > to || step == 0) {
                throw notation(text);
            }
            for (int value = from; value <= to; value += step) {
                values.set(value);
            }
        }
        return values;
    }

    private static IllegalArgumentException notation(String text) {
        String shown = text.length() > 40 ? text.substring(0, 40) + "…" : text;
        return new IllegalArgumentException("'" + shown + "' is not a field of a crontab.");
    }

    /** The first moment after {@code moment} that fits; empty when there is none within eight years. */
    public Optional<Instant> next(Instant moment) {
        ZonedDateTime start = moment.atZone(ZoneOffset.UTC).truncatedTo(ChronoUnit.MINUTES).plusMinutes(1);
        LocalDate day = start.toLocalDate();
        int fromMinute = start.getHour() * 60 + start.getMinute();
        for (int i = 0; i < MOST_DAYS; i++, day = day.plusDays(1), fromMinute = 0) {
            if (fits(day)) {
                for (int minute = fromMinute; minute < 24 * 60; minute++) {
                    if (hours.get(minute / 60) && minutes.get(minute % 60)) {
                        return Optional.of(day.atTime(minute / 60, minute % 60).toInstant(ZoneOffset.UTC));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private boolean fits(LocalDate day) {
        boolean byDay = days.get(day.getDayOfMonth());
        boolean byWeekday = weekdays.get(day.getDayOfWeek().getValue() % 7);
        return months.get(day.getMonthValue()) && (anyDay || anyWeekday ? byDay && byWeekday : byDay || byWeekday);
    }
}
