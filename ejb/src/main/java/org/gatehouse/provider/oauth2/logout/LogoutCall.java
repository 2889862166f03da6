package org.gatehouse.provider.oauth2.logout;

import java.util.Map;
import org.gatehouse.model.logout.LogoutNotice;
import org.gatehouse.outgoing.OutgoingRequest;

/**
 * One attempt to tell a client.
 *
 * @param clientId for events and logs
 * @param uri the client's address for logout tokens
 * @param token the logout token
 */
public record LogoutCall(LogoutNotice notice, String clientId, String uri, String token) {

    /** What is sent (OpenID Connect Back-Channel Logout 1.0 section 2.5). */
    OutgoingRequest request() {
        return OutgoingRequest.postForm(uri, Map.of("logout_token", token));
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "LogoutCall[" + clientId + "]";
    }
}
