package org.gatehouse.session;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.UUID;

/** The login that the current request came with; empty for a request with a token, or none at all. */
@RequestScoped
public class RequestLogin {

    private UUID sessionId;

    /** Called once, by the web, after it has found the session alive. */
    public void identified(UUID sessionId) {
        this.sessionId = sessionId;
    }

    public Optional<UUID> sessionId() {
        return Optional.ofNullable(sessionId);
    }
}
