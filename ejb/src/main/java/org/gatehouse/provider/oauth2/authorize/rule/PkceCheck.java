package org.gatehouse.provider.oauth2.authorize.rule;

import jakarta.enterprise.context.ApplicationScoped;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.authorize.AuthorizationCheck;
import org.gatehouse.provider.oauth2.protocol.AuthorizationRequest;
import org.gatehouse.provider.oauth2.protocol.OAuthErrorCode;
import org.gatehouse.provider.oauth2.protocol.OAuthRefusal;

/**
 * A public client has nothing but PKCE to show that a code is its own (RFC 9700 section 2.1.1). What the settings and the profile of other
 * clients demand is in {@link org.gatehouse.provider.oauth2.profile.AuthorizationProfileRules}.
 */
@ApplicationScoped
public class PkceCheck implements AuthorizationCheck {

    @Override
    public int order() {
        return 50;
    }

    @Override
    public AuthorizationRequest check(AuthorizationRequest request, OAuthClient client) {
        if (request.responseType().hasCode() && client.settings().isPublic() && request.pkce().isEmpty()) {
            throw new OAuthRefusal(OAuthErrorCode.INVALID_REQUEST, "A public client must send a code_challenge.");
        }
        return request;
    }
}
