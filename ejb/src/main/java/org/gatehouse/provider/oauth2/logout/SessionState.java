package org.gatehouse.provider.oauth2.logout;

import java.util.Optional;
import org.gatehouse.crypto.Digests;
import org.gatehouse.session.BrowserState;
import org.gatehouse.session.LiveSession;
import org.gatehouse.url.StrictUrl;

/**
 * The {@code session_state} of authentication responses (OpenID Connect Session Management 1.0 section 2), which a client's page shows
 * to the frame at {@code check_session_iframe}: the frame computes it anew from the browser's state, and differs when the login does.
 */
public final class SessionState {

    private SessionState() {
    }

    /**
     * The value for a client.
     *
     * @param redirectUri where the response goes: the client's pages are of this origin
     * @param salt random, for this response
     * @return empty when the client is no web page, which could show nothing to a frame
     */
    public static Optional<String> of(String clientId, String redirectUri, LiveSession session, String salt) {
        return StrictUrl.parse(redirectUri).filter(StrictUrl::isWeb).flatMap(StrictUrl::origin)
                .map(origin -> Digests.sha256(clientId + " " + origin + " " + BrowserState.of(session.id()) + " " + salt) + "." + salt);
    }
}
