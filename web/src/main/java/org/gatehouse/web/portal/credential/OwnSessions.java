package org.gatehouse.web.portal.credential;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.model.directory.User;
import org.gatehouse.session.LiveSession;
import org.gatehouse.session.Sessions;
import org.gatehouse.web.http.CurrentSession;

/** The user's own logins, {@code #{ownSessions}}; the one of this browser first. */
@Named("ownSessions")
@RequestScoped
public class OwnSessions {

    @Inject
    private CurrentSession current;

    @Inject
    private Sessions sessions;

    @Inject
    private HttpServletRequest request;

    private List<SessionRow> rows = List.of();

    @PostConstruct
    void load() {
        Optional<UUID> own = current.session().map(LiveSession::id);
        rows = current.user().map(User::getId).map(sessions::of).orElse(List.of()).stream()
                .map(session -> SessionRow.of(session, own))
                .sorted((one, other) -> Boolean.compare(other.current(), one.current())).toList();
    }

    public List<SessionRow> getRows() {
        return rows;
    }

    /** Whether the page says that a login was ended. */
    public boolean isEnded() {
        return "ended".equals(request.getParameter("done"));
    }
}
