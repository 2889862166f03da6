package org.gatehouse.provider.oauth2.authorize;

import jakarta.enterprise.context.ApplicationScoped;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.protocol.AuthorizationRequest;
import org.gatehouse.provider.oauth2.protocol.OAuthErrorCode;
import org.gatehouse.provider.oauth2.protocol.OAuthRefusal;

/** Request objects are not supported, and are not silently ignored either: they may forbid what the query asks for (OpenID Connect Core 1.0
 * section 6, RFC 9101 section 5). */
@ApplicationScoped
public class RequestObjectCheck implements AuthorizationCheck {

    @Override
    public int order() {
        return 10;
    }

    @Override
    public AuthorizationRequest check(AuthorizationRequest request, OAuthClient client) {
        if (request.sent("request")) {
            throw new OAuthRefusal(OAuthErrorCode.REQUEST_NOT_SUPPORTED, "Request objects are not supported.");
        }
        if (request.sent("request_uri")) {
            throw new OAuthRefusal(OAuthErrorCode.REQUEST_URI_NOT_SUPPORTED, "Request objects are not supported.");
        }
        return request;
    }
}
