package org.gatehouse.provider.oauth2.authorize.rule;

import jakarta.enterprise.context.ApplicationScoped;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.authorize.AuthorizationCheck;
import org.gatehouse.provider.oauth2.protocol.AuthorizationRequest;
import org.gatehouse.provider.oauth2.protocol.OAuthErrorCode;
import org.gatehouse.provider.oauth2.protocol.OAuthRefusal;

/** The client may get what it asks for: a code, tokens, or both (RFC 6749 sections 3.1.1 and 4.1.2.1). */
@ApplicationScoped
public class ResponseTypeCheck implements AuthorizationCheck {

    @Override
    public int order() {
        return 20;
    }

    @Override
    public AuthorizationRequest check(AuthorizationRequest request, OAuthClient client) {
        if (!client.settings().allows(request.responseType())) {
            throw new OAuthRefusal(OAuthErrorCode.UNAUTHORIZED_CLIENT, "The client may not use this response type.");
        }
        return request;
    }
}
