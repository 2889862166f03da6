package org.gatehouse.web.api;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.access.Actor;

/** Who calls the API in this request, as {@link ApiAuthenticationFilter} found out. */
@RequestScoped
public class ApiCaller {

    private Actor actor = Actor.anonymous();
    private UUID sessionId;

    void identified(Actor actor, Optional<UUID> sessionId) {
        this.actor = actor;
        this.sessionId = sessionId.orElse(null);
    }

    public Actor actor() {
        return actor;
    }

    /** The login behind the request; empty for a token. */
    public Optional<UUID> sessionId() {
        return Optional.ofNullable(sessionId);
    }
}
