package org.gatehouse.web.api;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the {@code Authorization} header (RFC 6750, section 2.1), strictly: one header, one scheme, one token. */
final class BearerToken {

    private static final Pattern FORM = Pattern.compile("(?i:bearer) ([\\x21-\\x7e]{1,1024})");

    private BearerToken() {
    }

    /** The key; empty for anything that is not exactly one bearer token. */
    static Optional<String> read(List<String> headers) {
        if (headers.size() != 1) {
            return Optional.empty();
        }
        Matcher matcher = FORM.matcher(headers.get(0));
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
