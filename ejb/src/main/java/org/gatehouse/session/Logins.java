package org.gatehouse.session;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import org.gatehouse.access.Actor;
import org.gatehouse.model.directory.GroupRepository;
import org.gatehouse.model.directory.User;

/** Finds out who is behind a session key, at each request anew. */
@Stateless
public class Logins {

    @Inject
    private Sessions sessions;

    @Inject
    private LoginGate gate;

    @Inject
    private GroupRepository groups;

    /** The login with this session key; empty when there is none, it has ended, or its user is not admitted any more. */
    public Optional<Login> find(String sessionKey) {
        return sessions.find(sessionKey).flatMap(this::admit);
    }

    private Optional<Login> admit(LiveSession session) {
        try {
            User user = gate.admitSession(session.id()).user();
            return Optional.of(new Login(session, user, Actor.of(user, groups.isSuperuser(user.getId()))));
        } catch (LoginRefused refused) {
            return Optional.empty();
        }
    }
}
