package org.gatehouse.url;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.function.Predicate;

/**
 * What an address from outside is compared with. Exact by default: the very same characters (RFC 9700 section 2.1). A pattern is
 * opt-in, always covers the whole address, and runs in linear time. In every mode the address must be a {@link StrictUrl} first.
 */
public final class UrlMatch {

    private final Predicate<StrictUrl> condition;

    private UrlMatch(Predicate<StrictUrl> condition) {
        this.condition = condition;
    }

    /** Matches this address, character by character; nothing when it is not a strict URL. */
    public static UrlMatch exact(String registered) {
        return new UrlMatch(url -> url.text().equals(registered));
    }

    /**
     * As {@link #exact}, and if it is a loopback address, any port of it (RFC 8252 section 7.3). For native applications, which get
     * their port from the operating system.
     */
    public static UrlMatch exactOrLoopbackPort(String registered) {
        UrlMatch exact = exact(registered);
        return StrictUrl.parse(registered).filter(StrictUrl::isLoopback)
                .map(loopback -> new UrlMatch(url -> exact.condition.test(url) || sameButPort(loopback, url))).orElse(exact);
    }

    private static boolean sameButPort(StrictUrl one, StrictUrl other) {
        return other.isLoopback() && one.host().equals(other.host()) && one.path().equals(other.path())
                && one.query().equals(other.query()) && one.fragment().equals(other.fragment());
    }

    /**
     * Matches the addresses that the regular expression (RE2 syntax) describes from beginning to end.
     *
     * @throws IllegalArgumentException with a sentence for the person who wrote it
     */
    public static UrlMatch pattern(String regex) {
        try {
            Pattern pattern = Pattern.compile(regex);
            return new UrlMatch(url -> pattern.matches(url.text()));
        } catch (PatternSyntaxException broken) {
            throw new IllegalArgumentException("Not a regular expression: " + broken.getDescription() + ".");
        }
    }

    /** Whether the address is strict and the one that was registered. */
    public boolean matches(String presented) {
        return StrictUrl.parse(presented).filter(condition).isPresent();
    }
}
