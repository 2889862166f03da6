package org.gatehouse.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.gatehouse.access.Actor;
import org.gatehouse.model.session.AuthenticatedSession;
import org.gatehouse.model.session.AuthenticatedSessionRepository;
import org.gatehouse.type.ObjectNotFound;
import org.gatehouse.type.RowModel;
import org.gatehouse.type.WireObject;

/** Logins as people see them: when, from where, with what. Deleting one logs it out on every node at once. */
@ApplicationScoped
public class AuthenticatedSessionModel extends RowModel<AuthenticatedSession> {

    @Inject
    private AuthenticatedSessionRepository rows;

    @Inject
    private Sessions sessions;

    @Inject
    private RequestLogin login;

    public AuthenticatedSessionModel() {
        super(AuthenticatedSessionRepository.COLUMNS);
    }

    @Override
    public String name() {
        return "authentik_core.authenticatedsession";
    }

    @Override
    public String path() {
        return "core/authenticated_sessions";
    }

    @Override
    public String keyField() {
        return "uuid";
    }

    @Override
    public Set<Operation> operations() {
        return Set.of(Operation.DELETE);
    }

    @Override
    protected AuthenticatedSessionRepository repository() {
        return rows;
    }

    @Override
    protected String keyOf(AuthenticatedSession row) {
        return row.getId().toString();
    }

    @Override
    public boolean isOwn(Actor actor, String key) {
        return findByKey(key).filter(row -> actor.is(row.getUser())).isPresent();
    }

    @Override
    protected JsonObject wire(AuthenticatedSession row) {
        return WireObject.empty()
                .put("uuid", row.getId())
                .put("current", current().filter(row.getId()::equals).isPresent())
                .put("user_agent", UserAgent.of(row.getLastUserAgent()).toJson())
                .put("geo_ip", null)
                .put("asn", null)
                .put("user", row.getUser().getId())
                .put("last_ip", row.getLastIp())
                .put("last_user_agent", row.getLastUserAgent())
                .put("last_used", row.getLastUsed())
                .put("expires", row.getExpires())
                .build();
    }

    private Optional<UUID> current() {
        try {
            return login.sessionId();
        } catch (ContextNotActiveException outside) {
            return Optional.empty();
        }
    }

    @Override
    public void delete(Actor actor, String key) {
        sessions.end(findByKey(key).orElseThrow(() -> new ObjectNotFound(key)).getId());
    }
}
