package org.gatehouse.provider.oauth2.protocol;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * The name of an account and one of its app passwords, as a request brings them in which no person sits at a browser: as {@code username}
 * and {@code password} (RFC 6749 section 4.3.2), or, for libraries that know only client secrets, in place of the secret, as Base64 of
 * {@code username:password}.
 */
public record AccountCredentials(String username, String password) {

    /**
     * What the two parameters say; empty when neither is there.
     *
     * @throws OAuthRefusal {@code invalid_request} when one of them is missing
     */
    public static Optional<AccountCredentials> named(RequestParameters parameters) {
        if (parameters.find("username").isEmpty() && parameters.find("password").isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(require(parameters));
    }

    /** @throws OAuthRefusal {@code invalid_request} when one of them is missing */
    public static AccountCredentials require(RequestParameters parameters) {
        return new AccountCredentials(parameters.require("username"), parameters.require("password"));
    }

    /** What a client secret says that is no secret; empty when it is none of this kind. */
    public static Optional<AccountCredentials> inSecret(String secret) {
        try {
            byte[] bytes = Base64.getDecoder().decode(secret);
            String pair = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            int colon = pair.indexOf(':');
            boolean both = colon > 0 && colon < pair.length() - 1;
            return both ? Optional.of(new AccountCredentials(pair.substring(0, colon), pair.substring(colon + 1))) : Optional.empty();
        } catch (IllegalArgumentException | CharacterCodingException other) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "AccountCredentials[" + username + "]";
    }
}
