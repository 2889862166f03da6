package org.gatehouse.type;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Reads the keys that stand in paths. A text that cannot be a key names nothing, so the answer is "not found", never an error. */
public final class ObjectKey {

    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-fA-F]{8}-([0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}");
    private static final Pattern NUMBER_FORM = Pattern.compile("[0-9]{1,18}");

    private ObjectKey() {
    }

    /** The UUID in its canonical form, or empty: {@link UUID#fromString} alone would take {@code 1-1-1-1-1}. */
    public static Optional<UUID> uuid(String text) {
        return UUID_FORM.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }

    /** The one spelling of a key that is a UUID or a number; any other text as it is. */
    public static String canonical(String text) {
        return uuid(text).map(UUID::toString).or(() -> number(text).map(String::valueOf)).orElse(text);
    }

    public static Optional<Long> number(String text) {
        return NUMBER_FORM.matcher(text).matches() ? Optional.of(Long.parseLong(text)) : Optional.empty();
    }
}
