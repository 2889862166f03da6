package org.gatehouse.url;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An absolute URL that every parser reads the same way. Where browsers, proxies and libraries differ (user information,
 * backslashes, control and non-ASCII characters, dot segments in any spelling, broken escapes), there is no such URL.
 *
 * @param text the URL as it was written
 * @param scheme in lower case
 * @param host as written, brackets included; empty for a private-use scheme without authority
 * @param port -1 if none was written
 * @param path from the first slash, or empty
 * @param query without the question mark; empty if there is none
 * @param fragment without the hash; empty if there is none
 */
public record StrictUrl(String text, String scheme, String host, int port, String path, String query, String fragment) {

    private static final int LONGEST = 2048;
    private static final Pattern CHARACTERS = Pattern.compile("(?:[!$&'()*+,\\-./0-9:;=?@A-Z\\[\\]_a-z~#]|%[0-9A-Fa-f]{2})*");
    private static final Pattern PARTS = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):(?://([^/?#]*))?([^?#]*)(\\?[^#]*)?(#.*)?");
    private static final Pattern AUTHORITY = Pattern.compile("([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])(?::([0-9]{1,5}))?");
    private static final Pattern DOT_SEGMENT = Pattern.compile("(?i)(?:^|/)(?:\\.|%2e){1,2}(?:$|/|;|%2f|%5c)");
    private static final Pattern HIDDEN = Pattern.compile("(?i)%(?:0[0-9a-f]|1[0-9a-f]|2f|5c|7f)");
    private static final Set<String> WEB = Set.of("http", "https");

    /** The URL, or empty when it is not one beyond doubt. */
    public static Optional<StrictUrl> parse(String text) {
        if (text == null || text.length() > LONGEST || !CHARACTERS.matcher(text).matches()) {
            return Optional.empty();
        }
        Matcher parts = PARTS.matcher(text);
        if (!parts.matches() || DOT_SEGMENT.matcher(parts.group(3)).find() || HIDDEN.matcher(parts.group(3)).find()) {
            return Optional.empty();
        }
        String scheme = parts.group(1).toLowerCase(Locale.ROOT);
        String authority = parts.group(2) == null ? "" : parts.group(2);
        if (authority.isEmpty()) {
            return WEB.contains(scheme) ? Optional.empty() : Optional.of(build(parts, scheme, "", -1));
        }
        Matcher hostAndPort = AUTHORITY.matcher(authority);
        if (!hostAndPort.matches()) {
            return Optional.empty();
        }
        int port = hostAndPort.group(2) == null ? -1 : Integer.parseInt(hostAndPort.group(2));
        return port == 0 || port > 65535 ? Optional.empty() : Optional.of(build(parts, scheme, hostAndPort.group(1), port));
    }

    private static StrictUrl build(Matcher parts, String scheme, String host, int port) {
        return new StrictUrl(parts.group(), scheme, host, port, parts.group(3), withoutMark(parts.group(4)), withoutMark(parts.group(5)));
    }

    private static String withoutMark(String part) {
        return part == null ? "" : part.substring(1);
    }

    /** Whether this is {@code http:} or {@code https:}. */
    public boolean isWeb() {
        return WEB.contains(scheme);
    }

    /** Whether there is a fragment, even an empty one. */
    public boolean hasFragment() {
        return text.indexOf('#') >= 0;
    }

    /** Whether this is plain http to a literal loopback address (RFC 8252 section 7.3); {@code localhost} is not, it can resolve to anything. */
    public boolean isLoopback() {
        return scheme.equals("http") && (host.equals("127.0.0.1") || host.equals("[::1]"));
    }

    /** Scheme, host and port as browsers send them in {@code Origin} (RFC 6454 section 6.2); empty for other schemes. */
    public Optional<String> origin() {
        if (!isWeb()) {
            return Optional.empty();
        }
        boolean defaultPort = port < 0 || port == (scheme.equals("https") ? 443 : 80);
        return Optional.of(scheme + "://" + host.toLowerCase(Locale.ROOT) + (defaultPort ? "" : ":" + port));
    }
}
