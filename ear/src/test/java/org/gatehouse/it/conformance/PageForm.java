package org.gatehouse.it.conformance;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A form of a page.
 *
 * @param action where to
 * @param fields what its inputs carry already, by name
 * @param names the names of its elements by their ids; empty for those that send nothing
 */
record PageForm(String action, Map<String, String> fields, Map<String, String> names) {

    private static final Pattern FORM = Pattern.compile("(?s)<form\\b([^>]*)>(.*?)</form>");
    private static final Pattern ELEMENT = Pattern.compile("(?s)<(input|button)\\b([^>]*)>");
    private static final Pattern ATTRIBUTE = Pattern.compile("([a-zA-Z-]+)=\"([^\"]*)\"");
    private static final Pattern NUMBER = Pattern.compile("&#(x?)([0-9a-fA-F]+);");

    /** The form that has, or is, the element with this id. */
    static Optional<PageForm> with(String page, String elementId) {
        Matcher form = FORM.matcher(page);
        while (form.find()) {
            Map<String, String> attributes = attributes(form.group(1));
            PageForm found = read(attributes.getOrDefault("action", ""), form.group(2));
            if (elementId.equals(attributes.get("id")) || found.names().containsKey(elementId)) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    private static PageForm read(String action, String body) {
        Map<String, String> fields = new LinkedHashMap<>();
        Map<String, String> names = new LinkedHashMap<>();
        Matcher element = ELEMENT.matcher(body);
        while (element.find()) {
            Map<String, String> attributes = attributes(element.group(2));
            String name = attributes.getOrDefault("name", "");
            if (attributes.containsKey("id")) {
                names.put(attributes.get("id"), name);
            }
            if (element.group(1).equals("input") && !name.isEmpty()) {
                fields.put(name, attributes.getOrDefault("value", ""));
            }
        }
        return new PageForm(action, fields, names);
    }

    private static Map<String, String> attributes(String tag) {
        Map<String, String> attributes = new LinkedHashMap<>();
        Matcher attribute = ATTRIBUTE.matcher(tag);
        while (attribute.find()) {
            attributes.put(attribute.group(1), unescaped(attribute.group(2)));
        }
        return attributes;
    }

    private static String unescaped(String text) {
        String numbers = NUMBER.matcher(text).replaceAll(number -> Matcher.quoteReplacement(
                Character.toString(Integer.parseInt(number.group(2), number.group(1).isEmpty() ? 10 : 16))));
        return numbers.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&");
    }

    /** Whether there is an element with this id that sends something. */
    boolean takes(String elementId) {
        return !names.getOrDefault(elementId, "").isEmpty();
    }
}
