package org.gatehouse.provider.oauth2.redirect;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import java.util.Set;
import org.gatehouse.provider.oauth2.ClientType;
import org.gatehouse.provider.oauth2.protocol.ResponseParameters;
import org.gatehouse.type.Default;
import org.gatehouse.type.FieldProblems;
import org.gatehouse.url.StrictUrl;
import org.gatehouse.url.UrlMatch;

/**
 * A URI that a client has registered.
 *
 * @param url the URI, or with {@link MatchingMode#REGEX} an expression that covers it from beginning to end
 */
public record RedirectUri(
        @NotNull @Default("strict") MatchingMode matchingMode,
        @NotBlank @Size(max = 2048) String url,
        @NotNull @Default("authorization") RedirectUriType redirectUriType) {

    private static final Set<String> WEB = Set.of("http", "https");

    /** Whether the URI of a request is this one. Public clients may use any port of a loopback address (RFC 8252 section 7.3). */
    public boolean matches(String presented, ClientType clientType) {
        return matcher(clientType).matches(presented)
                && StrictUrl.parse(presented).filter(found -> complaint(found) == null).isPresent();
    }

    /** The host of an exact URI in lower case; empty where a private scheme has none. */
    public String host() {
        return StrictUrl.parse(url).map(found -> found.host().toLowerCase(Locale.ROOT)).orElse("");
    }

    /** Whether a list of URIs, as a sector publishes it, has this one. */
    public boolean isAmong(Set<String> published) {
        return matchingMode == MatchingMode.STRICT && published.contains(url);
    }

    /** Whether requests are compared with this character by character. */
    public boolean isExact() {
        return matchingMode == MatchingMode.STRICT;
    }

    /** Whether an answer that is sent here cannot be read on the way: https, or a scheme that leads to an application on the device. */
    public boolean isConfidential() {
        return isExact() && StrictUrl.parse(url).filter(known -> !known.scheme().equals("http")).isPresent();
    }

    /** Whether this leads to the user's own device. */
    public boolean isLocal() {
        return isExact() && StrictUrl.parse(url).filter(known -> known.isLoopback() || known.host().equals("localhost")).isPresent();
    }

    private UrlMatch matcher(ClientType clientType) {
        if (matchingMode == MatchingMode.REGEX) {
            return UrlMatch.pattern(RedirectPattern.of(url));
        }
        return clientType == ClientType.PUBLIC ? UrlMatch.exactOrLoopbackPort(url) : UrlMatch.exact(url);
    }

    /** Adds what is wrong with this URI to the problems of {@code field}. */
    public void check(String field, FieldProblems problems) {
        if (matchingMode == MatchingMode.REGEX) {
            checkPattern(field, problems);
            return;
        }
        String complaint = StrictUrl.parse(url).map(RedirectUri::complaint).orElse(null);
        if (StrictUrl.parse(url).isEmpty()) {
            complaint = "Enter an absolute URL without user information, backslashes, dot segments or characters beyond ASCII.";
        }
        if (complaint != null) {
            problems.add(field, complaint);
        }
    }

    private void checkPattern(String field, FieldProblems problems) {
        try {
            UrlMatch.pattern(RedirectPattern.of(url));
        } catch (IllegalArgumentException broken) {
            problems.add(field, broken.getMessage());
        }
    }

    /**
     * What makes a URL unfit to redirect to, or null: a scheme that runs code in the browser, a fragment (RFC 6749 section 3.1.2),
     * or parameters that would be taken for the answer's.
     */
    private static String complaint(StrictUrl url) {
        if (!WEB.contains(url.scheme()) && !url.scheme().contains(".")) {
            return "Use https, http, or a scheme in reverse domain form such as com.example.app.";
        }
        if (url.hasFragment()) {
            return "A redirect URI must not have a fragment.";
        }
        return ResponseParameters.reservedIn(url.query()) ? "The query must not contain parameters of an OAuth answer." : null;
    }
}
