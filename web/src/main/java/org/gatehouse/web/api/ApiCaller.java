package org.gatehouse.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.access.Actor;
import org.gatehouse.session.RequestLogin;

/** Who calls the API in this request, as {@link ApiAuthenticationFilter} found out. */
@RequestScoped
public class ApiCaller {

    private Actor actor = Actor.anonymous();

    @Inject
    private RequestLogin login;

    void identified(Actor actor, Optional<UUID> sessionId) {
        this.actor = actor;
        sessionId.ifPresent(login::identified);
    }

    public Actor actor() {
        return actor;
    }

    /** The login behind the request; empty for a token. */
    public Optional<UUID> sessionId() {
        return login.sessionId();
    }
}
