package org.gatehouse.session;

import java.util.UUID;
import org.gatehouse.crypto.Digests;

/** What scripts may know of a login: a value that is another one with each login, and tells nothing else. */
public final class BrowserState {

    private BrowserState() {
    }

    /** The value for a login. */
    public static String of(UUID sessionId) {
        return Digests.sha256("gatehouse browser state\n" + sessionId);
    }
}
