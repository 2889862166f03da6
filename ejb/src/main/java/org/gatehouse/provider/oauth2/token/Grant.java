package org.gatehouse.provider.oauth2.token;

import jakarta.json.JsonObject;
import java.util.List;
import org.gatehouse.provider.oauth2.assurance.AuthenticationContext;
import org.gatehouse.provider.oauth2.protocol.ClaimsRequest;
import org.gatehouse.provider.oauth2.protocol.Scopes;

/**
 * What was granted; kept with codes and tokens.
 *
 * @param redirectUri where the code was sent; null for grants without one
 * @param redirectUriSent whether the authorization request named it, so that the token request must as well
 * @param codeChallenge the PKCE challenge, or null
 * @param authTime when the user logged in, in seconds since 1970
 * @param methods how the user authenticated
 * @param acr the authentication context that the login was found to be of; null where nobody has asked
 * @param claims claims that were asked for one by one ({@link ClaimsRequest#sent}), or null
 */
public record Grant(List<String> scopes, String nonce, String redirectUri, boolean redirectUriSent, String codeChallenge,
        String codeChallengeMethod, long authTime, List<String> methods, String acr, JsonObject claims) {

    /** A grant for which neither a context nor single claims were asked. */
    public Grant(List<String> scopes, String nonce, String redirectUri, boolean redirectUriSent, String codeChallenge,
            String codeChallengeMethod, long authTime, List<String> methods) {
        this(scopes, nonce, redirectUri, redirectUriSent, codeChallenge, codeChallengeMethod, authTime, methods, null, null);
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
        return new Grant(narrowed, nonce, redirectUri, redirectUriSent, codeChallenge, codeChallengeMethod, authTime, methods, acr, claims);
    }

    /** The same grant without what would outlive the login. */
    Grant online() {
        return withScopes(scopes.stream().filter(scope -> !scope.equals(Scopes.OFFLINE_ACCESS)).toList());
    }

    /** The value of {@code acr}: what the login was found to be, else the strongest context its methods amount to. */
    public String context() {
        return acr == null ? AuthenticationContext.of(methods).wireName() : acr;
    }

    /** The claims that were asked for one by one. */
    ClaimsRequest claimsRequest() {
        return ClaimsRequest.of(claims);
    }
}
