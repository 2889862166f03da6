package org.gatehouse.type;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A length of time in the contract's notation: {@code hours=1;minutes=30}. Units are microseconds, milliseconds, seconds,
 * minutes, hours, days and weeks; values are whole or decimal numbers. The text is kept as it was written.
 */
public record TimeSpan(String expression) {

    private static final Map<String, Long> NANOS = Map.of(
            "microseconds", 1_000L,
            "milliseconds", 1_000_000L,
            "seconds", 1_000_000_000L,
            "minutes", 60_000_000_000L,
            "hours", 3_600_000_000_000L,
            "days", 86_400_000_000_000L,
            "weeks", 604_800_000_000_000L);

    private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?");
    private static final BigDecimal LONGEST = BigDecimal.valueOf(Long.MAX_VALUE / 2);

    /** @throws IllegalArgumentException with a sentence for the user when the text is not in the notation */
    public TimeSpan {
        parse(expression);
    }

    public Duration duration() {
        return parse(expression);
    }

    public boolean isZero() {
        return duration().isZero();
    }

    private static Duration parse(String text) {
        Duration total = Duration.ZERO;
        for (String part : text.split(";", -1)) {
            total = total.plus(parsePart(part.strip(), text));
        }
        return total;
    }

    private static Duration parsePart(String part, String text) {
        int equals = part.indexOf('=');
        Long unit = equals < 0 ? null : NANOS.get(part.substring(0, equals).strip());
        String number = part.substring(equals + 1).strip();
        if (unit == null || part.length() > 40 || !NUMBER.matcher(number).matches()) {
            throw notation(text);
        }
        // Decimal arithmetic: 0.1 of a second is 100 milliseconds and not a nanosecond less.
        BigDecimal nanos = new BigDecimal(number).multiply(BigDecimal.valueOf(unit));
        if (nanos.compareTo(LONGEST) > 0) {
            throw notation(text);
        }
        return Duration.ofNanos(nanos.longValue());
    }

    private static IllegalArgumentException notation(String text) {
        String shown = text.length() > 60 ? text.substring(0, 60) + "…" : text;
        return new IllegalArgumentException("'" + shown + "' is not in the form 'hours=3;minutes=17;seconds=300'.");
    }
}
