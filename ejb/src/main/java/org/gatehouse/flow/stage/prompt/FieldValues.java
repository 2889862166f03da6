package org.gatehouse.flow.stage.prompt;

import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gatehouse.directory.Usernames;
import org.gatehouse.directory.password.PasswordHasher;
import org.gatehouse.mail.MailAddress;
import org.gatehouse.model.prompt.PromptType;

/**
 * Reads what a browser has sent for a field. JSON clients send numbers and booleans as such, HTML forms as texts; both are taken.
 * Every complaint is an {@link IllegalArgumentException} with a sentence for the person.
 */
final class FieldValues {

    static final int LONGEST_TEXT = 2_000;
    static final int LONGEST_AREA = 50_000;

    private static final String REQUIRED = "This field is required.";
    private static final int LONGEST_EMAIL = 254;
    private static final int LONGEST_MOMENT = 40;
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,18}");

    private FieldValues() {
    }

    /**
     * The value to keep; empty when the field was left empty and may be, and nothing is to be kept for it.
     *
     * @param sent null when the answer lacks the field
     */
    static Optional<JsonValue> read(AskedField field, JsonValue sent) {
        JsonValue given = sent == null || sent == JsonValue.NULL ? Json.createValue("") : sent;
        return switch (field.type()) {
            case CHECKBOX -> Optional.of(checkbox(field, given));
            case NUMBER -> number(field, given);
            case DATE, DATE_TIME -> moment(field, text(given, LONGEST_MOMENT));
            case FILE -> filled(field, text(given, UploadedFile.LONGEST)).map(UploadedFile::requireFile).map(Json::createValue);
            case USERNAME -> filled(field, text(given, LONGEST_TEXT)).map(Usernames::normalise).map(Json::createValue);
            case PASSWORD -> filled(field, text(given, PasswordHasher.LONGEST_PASSWORD)).map(Json::createValue);
            case DROPDOWN, RADIO_BUTTON_GROUP, LOCALE -> choice(field, sent, text(given, LONGEST_TEXT));
            case EMAIL -> kept(field, sent, text(given, LONGEST_EMAIL).strip()).map(FieldValues::email);
            case TEXT_AREA -> kept(field, sent, text(given, longest(field))).map(Json::createValue);
            default -> kept(field, sent, text(given, longest(field)).strip()).map(Json::createValue);
        };
    }

    /** The longest text of a field, in characters. */
    static int longest(AskedField field) {
        return field.type() == PromptType.TEXT_AREA ? LONGEST_AREA : LONGEST_TEXT;
    }

    /** A text that is kept also when it is empty: that is how people take something back. What was not sent is not kept. */
    private static Optional<String> kept(AskedField field, JsonValue sent, String text) {
        return filled(field, text).or(() -> sent == null ? Optional.empty() : Optional.of(text));
    }

    /** The text; empty when there is none and there need not be one. */
    private static Optional<String> filled(AskedField field, String text) {
        if (text.isBlank() && field.prompt().isRequired()) {
            throw new IllegalArgumentException(REQUIRED);
        }
        return text.isBlank() ? Optional.empty() : Optional.of(text);
    }

    private static String text(JsonValue given, int longest) {
        if (!(given instanceof JsonString text)) {
            throw new IllegalArgumentException("Not a valid string.");
        }
        if (text.getString().length() > longest) {
            throw new IllegalArgumentException("Ensure this field has no more than " + longest + " characters.");
        }
        return text.getString();
    }

    private static JsonValue checkbox(AskedField field, JsonValue given) {
        String text = FieldText.of(given);
        boolean on = text.equals("true");
        if (!on && !text.equals("false") && !text.isEmpty()) {
            throw new IllegalArgumentException("Must be a valid boolean.");
        }
        if (!on && field.prompt().isRequired()) {
            throw new IllegalArgumentException(REQUIRED);
        }
        return on ? JsonValue.TRUE : JsonValue.FALSE;
    }

    private static Optional<JsonValue> number(AskedField field, JsonValue given) {
        if (!(given instanceof JsonString) && !(given instanceof JsonNumber)) {
            throw new IllegalArgumentException("A valid integer is required.");
        }
        return filled(field, FieldText.of(given).strip()).map(text -> {
            if (!NUMBER.matcher(text).matches()) {
                throw new IllegalArgumentException("A valid integer is required.");
            }
            return Json.createValue(Long.parseLong(text));
        });
    }

    private static Optional<JsonValue> moment(AskedField field, String text) {
        return filled(field, text.strip()).map(moment -> {
            boolean day = field.type() == PromptType.DATE;
            try {
                if (day) {
                    LocalDate.parse(moment);
                } else {
                    requireDateTime(moment);
                }
                return Json.createValue(moment);
            } catch (DateTimeException wrong) {
                throw new IllegalArgumentException(day ? "Enter a valid date." : "Enter a valid date and time.", wrong);
            }
        });
    }

    /** With an offset as API clients send it, or without one as browsers do. */
    private static void requireDateTime(String text) {
        try {
            OffsetDateTime.parse(text);
        } catch (DateTimeException withoutOffset) {
            LocalDateTime.parse(text);
        }
    }

    private static Optional<JsonValue> choice(AskedField field, JsonValue sent, String text) {
        if (sent != null && field.choices().stream().anyMatch(choice -> choice.value().equals(text))) {
            return Optional.of(Json.createValue(text));
        }
        if (filled(field, text).isPresent()) {
            throw new IllegalArgumentException("Select one of the available choices.");
        }
        return Optional.empty();
    }

    private static JsonValue email(String address) {
        if (!address.isEmpty() && MailAddress.parse(address).isEmpty()) {
            throw new IllegalArgumentException("Enter a valid email address.");
        }
        return Json.createValue(address);
    }
}
