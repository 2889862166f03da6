package org.gatehouse.provider.oauth2.token;

import jakarta.json.JsonObject;
import java.util.List;
import org.gatehouse.provider.oauth2.assurance.AuthenticationContext;
import org.gatehouse.provider.oauth2.binding.Confirmation;
import org.gatehouse.provider.oauth2.protocol.ClaimsRequest;
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
 * @param acr the authentication context that the login was found to be of; null where nobody has asked
 * @param claims claims that were asked for one by one ({@link ClaimsRequest#sent}), or null
 * @param access what was granted beyond scopes
 * @param confirmation to whom it is bound; null for nobody
 * @param delegation how it came about by an exchange, or null
 */
public record Grant(List<String> scopes, String nonce, String redirectUri, boolean redirectUriSent, String codeChallenge,
        String codeChallengeMethod, long authTime, List<String> methods, String acr, JsonObject claims,
        @Default("{}") RequestedAccess access, Confirmation confirmation, Delegation delegation) {

    /** A grant of scopes alone, bound to nobody, to whoever has it, acting for nobody else. */
    public Grant(List<String> scopes, String nonce, String redirectUri, boolean redirectUriSent, String codeChallenge,
            String codeChallengeMethod, long authTime, List<String> methods) {
        this(scopes, nonce, redirectUri, redirectUriSent, codeChallenge, codeChallengeMethod, authTime, methods, null, null,
                RequestedAccess.NONE, null, null);
    }

    /** What was granted to somebody whom no code was sent: a program that came without a browser, a device. */
    public static Grant withoutCode(List<String> scopes, long authTime, List<String> methods) {
        return new Grant(scopes, null, null, false, null, null, authTime, methods);
    }

    /** What a client gets for a token of this grant. Whoever the token is bound to has to show that again. */
    public Grant exchangedBy(String clientId, List<String> granted, JsonObject acting) {
        return new Grant(granted, null, null, false, null, null, authTime, methods, acr, null, RequestedAccess.NONE, confirmation,
                new Delegation(clientId, acting, isOffline()));
    }

    public boolean isOffline() {
        return delegation != null && delegation.outlivesLogin() || scopes.contains(Scopes.OFFLINE_ACCESS);
    }

    /** To whom it is bound. */
    public Confirmation bound() {
        return confirmation == null ? Confirmation.NONE : confirmation;
    }

    /** The same grant with fewer scopes. */
    public Grant withScopes(List<String> narrowed) {
        return new Grant(narrowed, nonce, redirectUri, redirectUriSent, codeChallenge, codeChallengeMethod, authTime, methods, acr, claims,
                access, confirmation, delegation);
    }

    /** The same grant for other resources and details. */
    public Grant withAccess(RequestedAccess narrowed) {
        return new Grant(scopes, nonce, redirectUri, redirectUriSent, codeChallenge, codeChallengeMethod, authTime, methods, acr, claims,
                narrowed, confirmation, delegation);
    }

    /** The same grant, bound to somebody. */
    public Grant boundTo(Confirmation holder) {
        return new Grant(scopes, nonce, redirectUri, redirectUriSent, codeChallenge, codeChallengeMethod, authTime, methods, acr, claims,
                access, holder.isNone() ? null : holder, delegation);
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
    public ClaimsRequest claimsRequest() {
        return ClaimsRequest.of(claims);
    }

    /** The client that has exchanged a token for this one, or null: then it is the one that has it (RFC 8693 section 4.3). */
    public String requester() {
        return delegation == null ? null : delegation.requester();
    }

    /** Who acts for the user, as the {@code act} claim has it (RFC 8693 section 4.1), or null. */
    public JsonObject actors() {
        return delegation == null ? null : delegation.actors();
    }
}
