package org.gatehouse.provider.oauth2.token;

import java.util.List;
import org.gatehouse.provider.oauth2.protocol.RequestedAccess;
import org.gatehouse.provider.oauth2.protocol.Scopes;
import org.gatehouse.type.Default;

/**
 * What was granted; kept with codes and tokens.
 *
 * @param redirectUri where the code was sent; null for grants without one
 * @param redirectUriSent whether the authorization request named it, so that the token request must as well
 * @param codeChallenge the PKCE challenge, or null
 * @param authTime when the user logged in, in seconds since 1970
 * @param methods how the user authenticated
 * @param access what was granted beyond scopes
 */
public record Grant(List<String> scopes, String nonce, String redirectUri, boolean redirectUriSent, String codeChallenge,
        String codeChallengeMethod, long authTime, List<String> methods, @Default("{}") RequestedAccess access) {

    /** A grant of scopes alone. */
    public Grant(List<String> scopes, String nonce, String redirectUri, boolean redirectUriSent, String codeChallenge,
            String codeChallengeMethod, long authTime, List<String> methods) {
        this(scopes, nonce, redirectUri, redirectUriSent, codeChallenge, codeChallengeMethod, authTime, methods, RequestedAccess.NONE);
    }

    /** What was granted to somebody whom no code was sent: a program that came without a browser, a device. */
    public static Grant withoutCode(List<String> scopes, long authTime, List<String> methods) {
        return new Grant(scopes, null, null, false, null, null, authTime, methods);
    }

    public boolean isOffline() {
        return scopes.contains(Scopes.OFFLINE_ACCESS);
    }

    /** The same grant with fewer scopes. */
    public Grant withScopes(List<String> narrowed) {
        return new Grant(narrowed, nonce, redirectUri, redirectUriSent, codeChallenge, codeChallengeMethod, authTime, methods, access);
    }

    /** The same grant for other resources and details. */
    public Grant withAccess(RequestedAccess narrowed) {
        return new Grant(scopes, nonce, redirectUri, redirectUriSent, codeChallenge, codeChallengeMethod, authTime, methods, narrowed);
    }
}
