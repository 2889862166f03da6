package org.gatehouse.provider.oauth2.protocol;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The access token of a request to a protected resource (RFC 6750 section 2, RFC 9449 section 7.1).
 *
 * @param dpop whether it came with the scheme {@code DPoP}; else it is a bearer token
 * @param proofs what came with it
 */
public record PresentedToken(String value, boolean dpop, PresentedProofs proofs) {

    private static final Pattern DPOP = Pattern.compile("(?i:DPoP) ([A-Za-z0-9._~+/-]{1,8192}=*)");

    /**
     * The token; empty when the request carries no authentication at all.
     *
     * @param form the {@code access_token} of a form body
     * @throws OAuthRefusal {@code invalid_request} when it is malformed or sent twice
     */
    public static Optional<PresentedToken> parse(Optional<String> header, Optional<String> form, PresentedProofs proofs) {
        Optional<Matcher> bound = header.map(DPOP::matcher).filter(Matcher::matches);
        if (bound.isPresent() && form.isEmpty()) {
            return Optional.of(new PresentedToken(bound.get().group(1), true, proofs));
        }
        return BearerToken.parse(header, form).map(token -> new PresentedToken(token, false, proofs));
    }

    @Override
    public String toString() {
        return "PresentedToken";
    }
}
