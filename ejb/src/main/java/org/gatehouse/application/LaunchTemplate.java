package org.gatehouse.application;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gatehouse.model.directory.User;

/**
 * The launch URL an administrator writes for an application, in which {@code %(username)s}, {@code %(email)s}, {@code %(name)s}
 * and {@code %(uuid)s} stand for the user's own values. Only http and https are links: a {@code javascript:} URL would run in
 * the portal with the rights of whoever clicks.
 */
record LaunchTemplate(String text) {

    /** Means "not in the portal" in configurations written before applications could be hidden. */
    private static final String BLANK = "blank://blank";

    private static final Pattern PLACEHOLDER = Pattern.compile("%\\((\\w+)\\)s");

    boolean isBlank() {
        return text.isEmpty() || text.equals(BLANK);
    }

    /** Whether the text is a link once its placeholders are filled. */
    boolean isValid() {
        return isBlank() || isLink(fill(Map.of("username", "u", "email", "u", "name", "u", "uuid", "u")));
    }

    /** The URL for a user, or empty when it leads nowhere for this one. */
    Optional<String> of(User user) {
        String url = fill(Map.of("username", user.getUsername(), "email", user.getEmail(), "name", user.getName(),
                "uuid", user.getUuid().toString()));
        return isBlank() || !isLink(url) ? Optional.empty() : Optional.of(url);
    }

    private String fill(Map<String, String> values) {
        return PLACEHOLDER.matcher(text).replaceAll(found -> Matcher.quoteReplacement(
                URLEncoder.encode(values.getOrDefault(found.group(1), ""), StandardCharsets.UTF_8).replace("+", "%20")));
    }

    static boolean isLink(String url) {
        try {
            URI uri = new URI(url);
            return ("http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme())) && uri.getHost() != null;
        } catch (URISyntaxException wrong) {
            return false;
        }
    }
}
