package org.gatehouse.directory;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What people may say about an account in a flow: its name, the person's name, the address, and attributes. Everything else they
 * say is left out here, so that no form, however it is made, reaches rights, groups, ids, the state of the account or the hash of
 * its password.
 *
 * @param attributes values by their path, from {@code attributes.settings.locale}: settings, locale
 */
public record ProfileChange(Optional<String> username, Optional<String> name, Optional<String> email, Map<List<String>, JsonValue> attributes) {

    private static final String ATTRIBUTES = "attributes.";

    /** Takes from answers by field key what can be written. */
    public static ProfileChange of(JsonObject answers) {
        Map<List<String>, JsonValue> attributes = new LinkedHashMap<>();
        answers.forEach((key, value) -> {
            if (key.startsWith(ATTRIBUTES)) {
                attributes.put(List.of(key.substring(ATTRIBUTES.length()).split("\\.", -1)), value);
            }
        });
        return new ProfileChange(text(answers, "username"), text(answers, "name"), text(answers, "email"), attributes);
    }

    private static Optional<String> text(JsonObject answers, String key) {
        return answers.get(key) instanceof JsonString text ? Optional.of(text.getString()) : Optional.empty();
    }
}
