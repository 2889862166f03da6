package org.gatehouse.provider.oauth2.registration;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.gatehouse.access.Actor;
import org.gatehouse.model.oauth2.OAuthToken;
import org.gatehouse.model.oauth2.OAuthTokenKind;
import org.gatehouse.model.registration.ClientRegistration;
import org.gatehouse.provider.ApplicationAccess;
import org.gatehouse.provider.oauth2.GrantType;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.PolicyContext;
import org.gatehouse.provider.oauth2.RequestLimits;
import org.gatehouse.provider.oauth2.protocol.OAuthErrorCode;
import org.gatehouse.provider.oauth2.protocol.OAuthRefusal;
import org.gatehouse.provider.oauth2.protocol.Scopes;
import org.gatehouse.provider.oauth2.token.IssuedTokens;
import org.gatehouse.session.AdmittedUser;
import org.gatehouse.session.LoginRefused;

/**
 * Decides who may register a client (RFC 7591 section 3): whoever brings an access token of the provider with the contract's scope,
 * or anybody where that is switched on. Attempts are counted for each network, whatever becomes of them.
 */
@Stateless
public class InitialAccess {

    @Inject
    private IssuedTokens issued;

    @Inject
    private ApplicationAccess access;

    @Inject
    private RequestLimits limits;

    /**
     * Lets somebody register, or not.
     *
     * @param client of the provider that is to be registered with
     * @return who registers
     * @throws OAuthRefusal {@code invalid_token}, {@code insufficient_scope}, {@code access_denied}; {@code temporarily_unavailable} when
     *         there were too many attempts
     */
    public Actor admit(ClientRegistration registration, RegistrationRules rules, OAuthClient client, Optional<String> token) {
        limits.count("client-registration\n" + registration.getId(), rules.registrationsPerHour(), Duration.ofHours(1));
        if (token.isEmpty()) {
            if (rules.openRegistration()) {
                return Actor.anonymous();
            }
            throw new OAuthRefusal(OAuthErrorCode.INVALID_TOKEN, "An initial access token is needed.");
        }
        // One that is bound to a key or certificate is not good as a bearer token (RFC 9449 section 7.2).
        OAuthToken row = issued.findUsable(token.get(), OAuthTokenKind.ACCESS)
                .filter(found -> found.getProviderId().equals(client.providerId()) && issued.originOf(found).grant().bound().isNone())
                .orElseThrow(InitialAccess::invalidToken);
        AdmittedUser admitted = admit(row);
        List<String> scopes = issued.originOf(row).grant().scopes();
        if (!scopes.contains(Scopes.REGISTER_CLIENTS)) {
            throw new OAuthRefusal(OAuthErrorCode.INSUFFICIENT_SCOPE, "The token was not issued for registering clients.");
        }
        if (!access.decide(client.application(), admitted, PolicyContext.of(client, scopes, GrantType.AUTHORIZATION_CODE)).passing()) {
            throw new OAuthRefusal(OAuthErrorCode.ACCESS_DENIED, "The user may not enter the application.");
        }
        return Actor.of(admitted.user(), false);
    }

    private AdmittedUser admit(OAuthToken row) {
        try {
            return issued.admit(row);
        } catch (LoginRefused refused) {
            throw invalidToken();
        }
    }

    private static OAuthRefusal invalidToken() {
        return new OAuthRefusal(OAuthErrorCode.INVALID_TOKEN, "The initial access token is not valid.");
    }
}
