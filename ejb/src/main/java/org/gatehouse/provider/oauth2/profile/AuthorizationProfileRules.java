package org.gatehouse.provider.oauth2.profile;

import jakarta.enterprise.context.ApplicationScoped;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.SecurityProfile;
import org.gatehouse.provider.oauth2.authorize.AuthorizationCheck;
import org.gatehouse.provider.oauth2.protocol.AuthorizationRequest;
import org.gatehouse.provider.oauth2.protocol.OAuthErrorCode;
import org.gatehouse.provider.oauth2.protocol.OAuthRefusal;
import org.gatehouse.provider.oauth2.protocol.PkceChallenge;
import org.gatehouse.provider.oauth2.protocol.ResponseType;

/**
 * What a client's profile demands of its authorization requests (draft-ietf-oauth-v2-1 section 4.1.1, FAPI 2.0 Security Profile section
 * 5.3.2.2, FAPI 2.0 Message Signing sections 5.3 and 5.4). How a request has to come is seen to by
 * {@link org.gatehouse.provider.oauth2.request.RequestResolution} and looked at once more here.
 */
@ApplicationScoped
public class AuthorizationProfileRules implements AuthorizationCheck {

    @Override
    public int order() {
        return 10;
    }

    @Override
    public AuthorizationRequest check(AuthorizationRequest request, OAuthClient client) {
        SecurityProfile profile = client.settings().authorizationRequests().securityProfile();
        if (profile.includes(SecurityProfile.OAUTH_2_1)) {
            require(ProfileContradictions.of(client.settings()).isEmpty(), OAuthErrorCode.UNAUTHORIZED_CLIENT,
                    "The client is not set up as its security profile wants.");
            require(request.responseType() == ResponseType.CODE, OAuthErrorCode.UNSUPPORTED_RESPONSE_TYPE, "The client's profile knows codes only.");
        }
        if (client.settings().authorizationRequests().pkceOnly()) {
            require(request.pkce().filter(pkce -> pkce.method().equals(PkceChallenge.S256)).isPresent(), OAuthErrorCode.INVALID_REQUEST,
                    "The client must send a code_challenge with the method S256.");
        }
        if (profile.isFapi()) {
            checkFapi(request, profile);
        }
        return request;
    }

    private static void checkFapi(AuthorizationRequest request, SecurityProfile profile) {
        require(request.delivery().pushed(), OAuthErrorCode.INVALID_REQUEST, "The client has to push its requests.");
        require(request.sent("redirect_uri"), OAuthErrorCode.INVALID_REQUEST, "The redirect URI is missing.");
        if (profile.includes(SecurityProfile.FAPI_2_MESSAGE_SIGNING)) {
            require(request.delivery().signed(), OAuthErrorCode.INVALID_REQUEST, "The client has to sign its requests.");
            require(request.responseMode().isSigned(), OAuthErrorCode.INVALID_REQUEST,
                    "The client's profile wants signed responses: response_mode must be jwt.");
        }
    }

    private static void require(boolean kept, OAuthErrorCode code, String description) {
        if (!kept) {
            throw new OAuthRefusal(code, description);
        }
    }
}
