package org.gatehouse.provider.oauth2.protocol;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gatehouse.crypto.Digests;

/**
 * A code challenge (RFC 7636 section 4.3).
 *
 * @param method {@code S256} or {@code plain}
 */
public record PkceChallenge(String challenge, String method) {

    public static final String S256 = "S256";
    public static final String PLAIN = "plain";

    private static final Pattern UNRESERVED = Pattern.compile("[A-Za-z0-9._~-]{43,128}");

    /**
     * The challenge of an authorization request, if it has one; the method is {@code plain} when left out.
     *
     * @throws OAuthRefusal {@code invalid_request} when it is malformed, or a method comes without a challenge
     */
    public static Optional<PkceChallenge> of(Optional<String> challenge, Optional<String> method) {
        if (challenge.isEmpty()) {
            if (method.isPresent()) {
                throw new OAuthRefusal(OAuthErrorCode.INVALID_REQUEST, "A code_challenge_method needs a code_challenge.");
            }
            return Optional.empty();
        }
        String used = method.orElse(PLAIN);
        if (!used.equals(S256) && !used.equals(PLAIN)) {
            throw new OAuthRefusal(OAuthErrorCode.INVALID_REQUEST, "The transform algorithm is not supported.");
        }
        boolean wellFormed = UNRESERVED.matcher(challenge.get()).matches() && (used.equals(PLAIN) || challenge.get().length() == 43);
        if (!wellFormed) {
            throw new OAuthRefusal(OAuthErrorCode.INVALID_REQUEST, "The code_challenge is malformed.");
        }
        return Optional.of(new PkceChallenge(challenge.get(), used));
    }

    /** Whether this is the challenge of the verifier (RFC 7636 section 4.6). */
    public boolean isMetBy(String verifier) {
        if (!UNRESERVED.matcher(verifier).matches()) {
            return false;
        }
        String computed = method.equals(PLAIN) ? verifier : Base64.getUrlEncoder().withoutPadding()
                .encodeToString(Digests.sha256Bytes(verifier));
        return Digests.equal(computed, challenge);
    }
}
