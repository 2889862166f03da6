package org.gatehouse.provider.oauth2.token;

import java.util.List;
import org.gatehouse.provider.oauth2.binding.Confirmation;
import org.gatehouse.provider.oauth2.protocol.Scopes;

/**
 * What was granted; kept with codes and tokens.
 *
 * @param redirectUri where the code was sent; null for grants without one
 * @param redirectUriSent whether the authorization request named it, so that the token request must as well
 * @param codeChallenge the PKCE challenge, or null
 * @param authTime when the user logged in, in seconds since 1970
 * @param methods how the user authenticated
 * @param confirmation to whom it is bound; null for nobody
 */
public record Grant(List<String> scopes, String nonce, String redirectUri, boolean redirectUriSent, String codeChallenge,
        String codeChallengeMethod, long authTime, List<String> methods, Confirmation confirmation) {

    /** A grant that is bound to nobody. */
    public Grant(List<String> scopes, String nonce, String redirectUri, boolean redirectUriSent, String codeChallenge,
            String codeChallengeMethod, long authTime, List<String> methods) {
        this(scopes, nonce, redirectUri, redirectUriSent, codeChallenge, codeChallengeMethod, authTime, methods, null);
    }

    /** What was granted to somebody whom no code was sent: a program that came without a browser, a device. */
    public static Grant withoutCode(List<String> scopes, long authTime, List<String> methods) {
        return new Grant(scopes, null, null, false, null, null, authTime, methods);
    }

    public boolean isOffline() {
        return scopes.contains(Scopes.OFFLINE_ACCESS);
    }

    /** To whom it is bound. */
    public Confirmation bound() {
        return confirmation == null ? Confirmation.NONE : confirmation;
    }

    /** The same grant with fewer scopes. */
    public Grant withScopes(List<String> narrowed) {
        return new Grant(narrowed, nonce, redirectUri, redirectUriSent, codeChallenge, codeChallengeMethod, authTime, methods, confirmation);
    }

    /** The same grant, bound to somebody. */
    public Grant boundTo(Confirmation holder) {
        return new Grant(scopes, nonce, redirectUri, redirectUriSent, codeChallenge, codeChallengeMethod, authTime, methods,
                holder.isNone() ? null : holder);
    }
}
