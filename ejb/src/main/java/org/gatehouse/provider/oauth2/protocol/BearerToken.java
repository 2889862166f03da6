package org.gatehouse.provider.oauth2.protocol;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The bearer token of a request (RFC 6750 section 2). Exactly the syntax of the RFC: one token, one place. */
public final class BearerToken {

    private static final Pattern HEADER = Pattern.compile("(?i:Bearer) ([A-Za-z0-9._~+/-]{1,8192}=*)");

    private BearerToken() {
    }

    /**
     * The token; empty when the request carries no authentication at all.
     *
     * @param form the {@code access_token} of a form body
     * @throws OAuthRefusal {@code invalid_request} when it is malformed or sent twice
     */
    public static Optional<String> parse(Optional<String> header, Optional<String> form) {
        if (header.isEmpty()) {
            return form;
        }
        Matcher token = HEADER.matcher(header.get());
        if (form.isPresent() || !token.matches()) {
            throw new OAuthRefusal(OAuthErrorCode.INVALID_REQUEST, "The bearer token is malformed.");
        }
        return Optional.of(token.group(1));
    }
}
