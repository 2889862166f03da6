package org.gatehouse.provider.oauth2.token;

import java.util.UUID;
import org.gatehouse.crypto.Digests;

/** The {@code sid} by which clients know a login (OpenID Connect Front-Channel Logout 1.0 section 3): not the id we know it by. */
public final class SessionIdentifier {

    private SessionIdentifier() {
    }

    /** The identifier of a login. */
    public static String of(UUID sessionId) {
        return Digests.sha256("gatehouse sid\n" + sessionId);
    }
}
