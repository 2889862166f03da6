package org.gatehouse.provider.oauth2.authorize.rule;

import jakarta.enterprise.context.ApplicationScoped;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.authorize.AuthorizationCheck;
import org.gatehouse.provider.oauth2.binding.Confirmation;
import org.gatehouse.provider.oauth2.protocol.AuthorizationRequest;
import org.gatehouse.provider.oauth2.protocol.OAuthErrorCode;
import org.gatehouse.provider.oauth2.protocol.OAuthRefusal;
import org.gatehouse.provider.oauth2.protocol.ResponseType;
import org.gatehouse.provider.oauth2.protocol.Scopes;

/**
 * The key that a request wants its code bound to is named by its thumbprint (RFC 9449 section 10). A client that wants ID tokens bound to a
 * key ({@code bound_key}) has to name it, and gets them from the token endpoint only.
 */
@ApplicationScoped
public class BoundCodeCheck implements AuthorizationCheck {

    @Override
    public int order() {
        return 55;
    }

    @Override
    public AuthorizationRequest check(AuthorizationRequest request, OAuthClient client) {
        if (request.dpopKey().filter(key -> !Confirmation.isThumbprint(key)).isPresent()) {
            throw new OAuthRefusal(OAuthErrorCode.INVALID_REQUEST, "The dpop_jkt is malformed.");
        }
        boolean bound = request.scopes().contains(Scopes.BOUND_KEY);
        if (bound && (request.dpopKey().isEmpty() || request.responseType() != ResponseType.CODE)) {
            throw new OAuthRefusal(OAuthErrorCode.INVALID_REQUEST, "The scope bound_key needs a dpop_jkt, and the response type code.");
        }
        return request;
    }
}
