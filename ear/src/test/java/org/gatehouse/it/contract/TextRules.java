package org.gatehouse.it.contract;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The rules of a schema that are about texts. */
final class TextRules {

    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", Pattern.CASE_INSENSITIVE);
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+");

    private TextRules() {
    }

    /** What is wrong with the text. */
    static List<String> problems(Map<String, Object> schema, String text) {
        List<String> problems = new ArrayList<>();
        if (schema.get("format") instanceof String format && !hasFormat(format, text)) {
            problems.add("is no " + format + ": " + text);
        }
        if (schema.get("maxLength") instanceof Number most && text.length() > most.intValue()) {
            problems.add("is too long: " + text);
        }
        if (schema.get("minLength") instanceof Number least && text.length() < least.intValue()) {
            problems.add("is too short: " + text);
        }
        if (schema.get("pattern") instanceof String pattern && !Pattern.compile(pattern, Pattern.UNICODE_CHARACTER_CLASS).matcher(text).find()) {
            problems.add("does not match " + pattern + ": " + text);
        }
        return problems;
    }

    private static boolean hasFormat(String format, String text) {
        return switch (format) {
            case "uuid" -> UUID.matcher(text).matches();
            case "date-time" -> isMoment(text);
            // The contract writes an empty text where no address was entered.
            case "uri" -> text.isEmpty() || isUri(text);
            // The published schema has one form for "no address": the empty text.
            case "email" -> text.isEmpty() || EMAIL.matcher(text).matches();
            default -> true;
        };
    }

    private static boolean isMoment(String text) {
        try {
            OffsetDateTime.parse(text);
            return true;
        } catch (DateTimeException none) {
            return false;
        }
    }

    private static boolean isUri(String text) {
        try {
            return new URI(text).isAbsolute();
        } catch (URISyntaxException none) {
            return false;
        }
    }
}
