package org.gatehouse.flow.stage.prompt;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.gatehouse.flow.prompt.PromptChallenge.Choice;

/** Reads what can be chosen in a field. */
final class FieldChoices {

    /** More choices than a person could want, and fewer than would be a burden. */
    static final int MOST = 1_000;

    /** The languages Gatehouse's pages are in; the first choice leaves it to the browser. */
    static final List<Choice> LOCALES = Stream.concat(Stream.of(new Choice("", "Auto-detect")),
            Stream.of(Locale.ENGLISH, Locale.GERMAN).map(locale -> new Choice(locale.getLanguage(), locale.getDisplayLanguage(locale)))).toList();

    private FieldChoices() {
    }

    /** A list of values or of objects with {@code value} and {@code label}; a single one stands for a list of itself. */
    static List<Choice> of(JsonValue value) {
        if (value == null || value == JsonValue.NULL) {
            return List.of();
        }
        List<Choice> choices = new ArrayList<>();
        List<JsonValue> elements = value instanceof JsonArray array ? array : List.of(value);
        elements.stream().filter(element -> element != JsonValue.NULL).limit(MOST).forEach(element -> choices.add(choice(element)));
        return choices;
    }

    /** A text with a choice in each line. */
    static List<Choice> ofLines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).limit(MOST).map(line -> new Choice(line, line)).toList();
    }

    private static Choice choice(JsonValue element) {
        if (element instanceof JsonObject object) {
            String value = FieldText.of(object.get("value"));
            String label = FieldText.of(object.get("label"));
            return new Choice(value, label.isEmpty() ? value : label);
        }
        return new Choice(FieldText.of(element), FieldText.of(element));
    }
}
