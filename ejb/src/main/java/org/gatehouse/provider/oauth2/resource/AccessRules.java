package org.gatehouse.provider.oauth2.resource;

import jakarta.enterprise.context.ApplicationScoped;
import org.gatehouse.provider.oauth2.AuthorizationRequestSettings;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.authorize.AuthorizationCheck;
import org.gatehouse.provider.oauth2.protocol.AuthorizationRequest;
import org.gatehouse.provider.oauth2.protocol.OAuthErrorCode;
import org.gatehouse.provider.oauth2.protocol.OAuthRefusal;
import org.gatehouse.provider.oauth2.protocol.RequestedAccess;

/** A client asks for the resources and the types of authorization details that its settings list (RFC 8707 section 2, RFC 9396 section 5). */
@ApplicationScoped
public class AccessRules implements AuthorizationCheck {

    @Override
    public int order() {
        return 45;
    }

    @Override
    public AuthorizationRequest check(AuthorizationRequest request, OAuthClient client) {
        require(client, request.access());
        return request;
    }

    /** @throws OAuthRefusal {@code invalid_target} or {@code invalid_authorization_details} */
    static void require(OAuthClient client, RequestedAccess access) {
        AuthorizationRequestSettings settings = client.settings().authorizationRequests();
        if (!settings.resources().containsAll(access.resources())) {
            throw new OAuthRefusal(OAuthErrorCode.INVALID_TARGET, "The client may not ask for tokens for this resource.");
        }
        boolean known = access.authorizationDetails().stream()
                .allMatch(detail -> settings.authorizationDetailsTypes().contains(detail.getString("type")));
        if (!known) {
            throw new OAuthRefusal(OAuthErrorCode.INVALID_AUTHORIZATION_DETAILS, "The client may not ask for this type of authorization details.");
        }
    }
}
