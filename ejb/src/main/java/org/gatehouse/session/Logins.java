package org.gatehouse.session;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import org.gatehouse.event.RequestOrigin;

/** Finds out who is behind a session key, at each request anew. */
@Stateless
public class Logins {

    @Inject
    private Sessions sessions;

    @Inject
    private LoginGate gate;

    @Inject
    private Actors actors;

    @Inject
    private RequestOrigin origin;

    /** The login with this session key; empty when there is none, it has ended, or its user is not admitted any more. */
    public Optional<Login> find(String sessionKey) {
        return sessions.find(sessionKey).flatMap(this::admit);
    }

    private Optional<Login> admit(LiveSession session) {
        try {
            AdmittedUser admitted = gate.admitSession(session.id());
            session.impersonator().ifPresent(by -> origin.actedBy(by.userId(), by.username()));
            return Optional.of(new Login(session, admitted.user(), actors.of(admitted)));
        } catch (LoginRefused refused) {
            return Optional.empty();
        }
    }
}
