package org.gatehouse.provider.oauth2.token;

import jakarta.json.JsonObject;
import java.util.List;
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
 * @param requester the client that has exchanged a token for this one, or null: then it is the one that has it (RFC 8693 section 4.3)
 * @param actors who acts for the user, as the {@code act} claim has it (RFC 8693 section 4.1), or null
 * @param outlivesLogin whether it outlives the natural end of the login although it is not for {@code offline_access}: the grant that it
 *     was exchanged for does
 */
public record Grant(List<String> scopes, String nonce, String redirectUri, boolean redirectUriSent, String codeChallenge,
        String codeChallengeMethod, long authTime, List<String> methods, String requester, JsonObject actors,
        @Default("false") boolean outlivesLogin) {

    /** What was granted to whoever has it, acting for nobody else. */
    public Grant(List<String> scopes, String nonce, String redirectUri, boolean redirectUriSent, String codeChallenge,
            String codeChallengeMethod, long authTime, List<String> methods) {
        this(scopes, nonce, redirectUri, redirectUriSent, codeChallenge, codeChallengeMethod, authTime, methods, null, null, false);
    }

    /** What was granted to somebody whom no code was sent: a program that came without a browser, a device. */
    public static Grant withoutCode(List<String> scopes, long authTime, List<String> methods) {
        return new Grant(scopes, null, null, false, null, null, authTime, methods);
    }

    /** What a client gets for a token of this grant. */
    public Grant exchangedBy(String clientId, List<String> granted, JsonObject acting) {
        return new Grant(granted, null, null, false, null, null, authTime, methods, clientId, acting, isOffline());
    }

    public boolean isOffline() {
        return outlivesLogin || scopes.contains(Scopes.OFFLINE_ACCESS);
    }

    /** The same grant with fewer scopes. */
    public Grant withScopes(List<String> narrowed) {
        return new Grant(narrowed, nonce, redirectUri, redirectUriSent, codeChallenge, codeChallengeMethod, authTime, methods, requester,
                actors, outlivesLogin);
    }
}
