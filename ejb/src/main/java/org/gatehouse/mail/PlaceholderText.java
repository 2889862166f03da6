package org.gatehouse.mail;

import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with places for values: {@code {{ user.name }}}. There is nothing else to it, no conditions, loops or expressions: whatever
 * is put in is escaped and never looked at again, so no value can do more than be read.
 */
record PlaceholderText(String text) {

    private static final Pattern PLACE = Pattern.compile("\\{\\{\\s*([a-z][a-z0-9_.]*)\\s*}}");

    /**
     * The text with values in place.
     *
     * @param values what a name stands for, as it is to be inserted; null for nothing
     */
    String filled(Function<String, String> values) {
        return PLACE.matcher(text).replaceAll(place -> {
            String value = values.apply(place.group(1));
            return Matcher.quoteReplacement(value == null ? "" : value);
        });
    }

    /** Escapes for HTML text and quoted attributes. */
    static final UnaryOperator<String> HTML = value -> value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
            .replace("\"", "&quot;").replace("'", "&#39;");

    /** For plain text, where line ends and other control characters could pretend to be more than a value. */
    static final UnaryOperator<String> PLAIN = value -> value.replaceAll("\\p{Cntrl}+", " ");
}
