package org.gatehouse.session;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import org.gatehouse.access.Actor;
import org.gatehouse.access.Permission;
import org.gatehouse.access.Permissions;
import org.gatehouse.event.EventAction;
import org.gatehouse.event.EventDraft;
import org.gatehouse.event.Events;
import org.gatehouse.model.session.AuthenticatedSession;
import org.gatehouse.model.session.AuthenticatedSessionRepository;

/** Ends every login of several users at once. */
@Stateless
public class BulkLogout {

    @Inject
    private Permissions permissions;

    @Inject
    private AuthenticatedSessionRepository rows;

    @Inject
    private Sessions sessions;

    @Inject
    private Events events;

    /**
     * Ends the logins of these users; one who is not there has none.
     *
     * @return how many logins were ended
     */
    public int end(Actor actor, Collection<Long> users) {
        permissions.require(actor, Permission.delete("authentik_core.authenticatedsession"));
        List<AuthenticatedSession> open = rows.findByUsers(users);
        open.forEach(row -> sessions.end(row.getId()));
        events.recordWithin(EventDraft.of(EventAction.LOGOUT, "core", actor)
                .with("reason", "Logins were ended by an administrator.").with("user_ids", users.toString()).with("sessions", String.valueOf(open.size())));
        return open.size();
    }
}
