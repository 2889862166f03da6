package org.gatehouse.provider.oauth2.authorize.rule;

import jakarta.enterprise.context.ApplicationScoped;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.authorize.AuthorizationCheck;
import org.gatehouse.provider.oauth2.protocol.AuthorizationRequest;
import org.gatehouse.provider.oauth2.protocol.OAuthErrorCode;
import org.gatehouse.provider.oauth2.protocol.OAuthRefusal;
import org.gatehouse.provider.oauth2.protocol.Prompt;

/** {@code none} stands alone (OpenID Connect Core 1.0 section 3.1.2.1). */
@ApplicationScoped
public class PromptCheck implements AuthorizationCheck {

    @Override
    public int order() {
        return 60;
    }

    @Override
    public AuthorizationRequest check(AuthorizationRequest request, OAuthClient client) {
        if (request.prompt().contains(Prompt.NONE) && request.prompt().size() > 1) {
            throw new OAuthRefusal(OAuthErrorCode.INVALID_REQUEST, "The prompt none cannot be combined.");
        }
        return request;
    }
}
