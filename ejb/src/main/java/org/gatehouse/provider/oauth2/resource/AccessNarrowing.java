package org.gatehouse.provider.oauth2.resource;

import jakarta.json.JsonObject;
import java.util.List;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.protocol.OAuthErrorCode;
import org.gatehouse.provider.oauth2.protocol.OAuthRefusal;
import org.gatehouse.provider.oauth2.protocol.RequestedAccess;
import org.gatehouse.provider.oauth2.protocol.TokenRequest;
import org.gatehouse.provider.oauth2.token.TokenOrigin;

/**
 * What an access token is for, by the grant it descends from and the token request (RFC 8707 section 2.2, RFC 9396 section 6): all that
 * was granted, or of that what the request names. The refresh token keeps the whole grant.
 */
public final class AccessNarrowing {

    private AccessNarrowing() {
    }

    /** @throws OAuthRefusal {@code invalid_target} or {@code invalid_authorization_details} when the request names more than it may */
    public static RequestedAccess narrow(OAuthClient client, TokenRequest request, TokenOrigin origin) {
        RequestedAccess asked = RequestedAccess.of(request.parameters());
        RequestedAccess granted = origin.grant().access();
        RequestedAccess narrowed = new RequestedAccess(resources(asked.resources(), granted.resources()),
                details(asked.authorizationDetails(), granted.authorizationDetails(), origin));
        // Also for what was granted long ago: the settings may have changed since.
        AccessRules.require(client, narrowed);
        return narrowed;
    }

    private static List<String> resources(List<String> asked, List<String> granted) {
        if (!granted.isEmpty() && !granted.containsAll(asked)) {
            throw new OAuthRefusal(OAuthErrorCode.INVALID_TARGET, "The resource was not granted.");
        }
        return asked.isEmpty() ? granted : asked;
    }

    /** Nobody has agreed to details that were not part of the authorization; a program that acts for itself needs nobody to agree. */
    private static List<JsonObject> details(List<JsonObject> asked, List<JsonObject> granted, TokenOrigin origin) {
        boolean forItself = granted.isEmpty() && origin.sessionId() == null;
        if (!forItself && !granted.containsAll(asked)) {
            throw new OAuthRefusal(OAuthErrorCode.INVALID_AUTHORIZATION_DETAILS, "The authorization details were not granted.");
        }
        return asked.isEmpty() ? granted : asked;
    }
}
