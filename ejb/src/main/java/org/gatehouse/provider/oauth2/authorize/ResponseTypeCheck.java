package org.gatehouse.provider.oauth2.authorize;

import jakarta.enterprise.context.ApplicationScoped;
import org.gatehouse.provider.oauth2.GrantType;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.protocol.AuthorizationRequest;
import org.gatehouse.provider.oauth2.protocol.OAuthErrorCode;
import org.gatehouse.provider.oauth2.protocol.OAuthRefusal;

/** The answer is a code (RFC 6749 section 3.1.1), and the client may redeem codes. */
@ApplicationScoped
public class ResponseTypeCheck implements AuthorizationCheck {

    @Override
    public int order() {
        return 20;
    }

    @Override
    public AuthorizationRequest check(AuthorizationRequest request, OAuthClient client) {
        if (!request.responseType().equals("code")) {
            throw new OAuthRefusal(OAuthErrorCode.UNSUPPORTED_RESPONSE_TYPE, "Only the response type code is supported.");
        }
        if (!client.settings().allows(GrantType.AUTHORIZATION_CODE)) {
            throw new OAuthRefusal(OAuthErrorCode.UNAUTHORIZED_CLIENT, "The client may not use authorization codes.");
        }
        return request;
    }
}
