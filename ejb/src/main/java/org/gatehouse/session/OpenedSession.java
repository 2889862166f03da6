package org.gatehouse.session;

/**
 * A session that was opened just now.
 *
 * @param key the key for the browser's cookie; it is not kept anywhere
 * @param session the session
 * @param persistent whether the cookie outlives the browser
 */
public record OpenedSession(String key, LiveSession session, boolean persistent) {

    @Override
    public String toString() {
        return "OpenedSession[" + session + "]";
    }
}
