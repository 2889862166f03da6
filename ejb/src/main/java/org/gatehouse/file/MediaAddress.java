package org.gatehouse.file;

import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gatehouse.type.WireObject;

/**
 * Where a picture is found that somebody named for an application, a brand or a flow: an uploaded file has its address below
 * {@code /media/}; paths, web addresses, embedded pictures and names of symbols ({@code fa://}) stay as they are. {@code %(theme)s} in a name
 * stands for {@code light} or {@code dark}.
 */
public final class MediaAddress {

    /** Where uploaded pictures are served. */
    public static final String FOLDER = "/media/";

    private static final String THEME = "%(theme)s";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]*(/[A-Za-z0-9][A-Za-z0-9_.-]*){0,7}");
    private static final int LONGEST_NAME = 200;

    private MediaAddress() {
    }

    /** Whether a file can have this name: letters, digits, dots, hyphens and underscores in folders; nothing leads upwards. */
    public static boolean isName(String text) {
        return text.length() <= LONGEST_NAME && NAME.matcher(text).matches() && !text.contains("..") && text.indexOf('.') > 0;
    }

    /** The address of what is named, for light pages; empty for nothing. */
    public static Optional<String> of(String named) {
        if (named == null || named.isBlank()) {
            return Optional.empty();
        }
        String light = themed(named.strip(), "light");
        return Optional.of(isName(light) ? FOLDER + encoded(light) : light);
    }

    /** The addresses for light and dark pages; empty when the name does not depend on it. */
    public static Optional<JsonObject> themed(String named) {
        return named == null || !named.contains(THEME) ? Optional.empty() : Optional.of(WireObject.empty()
                .put("light", of(themed(named, "light")).orElse(null)).put("dark", of(themed(named, "dark")).orElse(null)).build());
    }

    private static String themed(String named, String theme) {
        return named.replace(THEME, theme);
    }

    private static String encoded(String name) {
        return Stream.of(name.split("/")).map(part -> URLEncoder.encode(part, StandardCharsets.UTF_8)).collect(Collectors.joining("/"));
    }
}
