package org.gatehouse.provider.oauth2.authorize;

import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.protocol.AuthorizationRequest;
import org.gatehouse.provider.oauth2.protocol.OAuthRefusal;

/** One rule about authorization requests; every bean of this type is asked, in ascending order. */
public interface AuthorizationCheck {

    /** What a request is at all comes first: profiles 10, response types 20, grants 30, scopes 40, the rest from 50. */
    int order();

    /**
     * Judges the request. Client and redirect URI are settled, so a refusal goes to the client.
     *
     * @return the request, narrowed if the rule says so
     * @throws OAuthRefusal with what the client is told
     */
    AuthorizationRequest check(AuthorizationRequest request, OAuthClient client);
}
