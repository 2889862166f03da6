package org.gatehouse.directory.preference;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.model.WireName;

/**
 * What the attributes of an account, or of a brand, say about the pages: {@code settings.locale} and {@code settings.theme.base}.
 *
 * @param language the code of one of {@link #LANGUAGES}; empty for the browser's
 * @param theme empty when nothing is said
 */
public record Preferences(Optional<String> language, Optional<Theme> theme) {

    /** The languages that pages exist in. */
    public static final Set<String> LANGUAGES = Set.of("de", "en");

    /** Nothing said. */
    public static final Preferences NONE = new Preferences(Optional.empty(), Optional.empty());

    /** Reads them; what makes no sense counts as not said. */
    public static Preferences of(JsonObject attributes) {
        Optional<JsonObject> settings = object(attributes, "settings");
        return new Preferences(settings.flatMap(one -> text(one, "locale")).map(tag -> Locale.forLanguageTag(tag.replace('_', '-')).getLanguage())
                .filter(LANGUAGES::contains),
                settings.flatMap(one -> object(one, "theme")).flatMap(theme -> text(theme, "base"))
                        .flatMap(base -> WireName.find(Theme.class, base)));
    }

    private static Optional<JsonObject> object(JsonObject parent, String name) {
        return Optional.ofNullable(parent.get(name)).filter(JsonObject.class::isInstance).map(JsonObject.class::cast);
    }

    private static Optional<String> text(JsonObject parent, String name) {
        return Optional.ofNullable(parent.get(name)).filter(JsonString.class::isInstance).map(text -> ((JsonString) text).getString());
    }
}
