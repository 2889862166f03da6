package org.gatehouse.type;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Reads moments from documents. */
public final class Moments {

    private static final int LAST_YEAR = 9999;

    private Moments() {
    }

    /**
     * The moment that a field names (RFC 3339), in the years 1 to 9999.
     *
     * @param text null when the field was left out
     * @return empty when it was left out, or with a problem when it names no moment
     */
    public static Optional<Instant> read(String field, String text, FieldProblems problems) {
        if (text == null) {
            return Optional.empty();
        }
        try {
            OffsetDateTime moment = OffsetDateTime.parse(text);
            if (moment.getYear() >= 1 && moment.getYear() <= LAST_YEAR) {
                return Optional.of(moment.toInstant());
            }
        } catch (DateTimeException wrong) {
            // Told below.
        }
        problems.add(field, "Datetime has wrong format.");
        return Optional.empty();
    }
}
