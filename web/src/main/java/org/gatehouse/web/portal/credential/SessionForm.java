package org.gatehouse.web.portal.credential;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.gatehouse.model.session.AuthenticatedSession;
import org.gatehouse.session.Login;
import org.gatehouse.session.Sessions;
import org.gatehouse.web.portal.PortalAnswer;
import org.gatehouse.web.portal.PortalFields;
import org.gatehouse.web.portal.PortalForm;
import org.gatehouse.web.portal.PortalPage;

/** Ends one of the user's logins, or all but this one. */
@ApplicationScoped
public class SessionForm implements PortalForm {

    @Inject
    private Sessions sessions;

    @Override
    public PortalPage page() {
        return PortalPage.SESSIONS;
    }

    @Override
    public PortalAnswer submit(Login login, PortalFields fields) {
        String which = fields.get("session");
        if (which.equals("others")) {
            sessions.endAll(login.user().getId(), Optional.of(login.session().id()));
        } else {
            sessions.of(login.user().getId()).stream().map(AuthenticatedSession::getId).filter(id -> id.toString().equals(which))
                    .forEach(sessions::end);
        }
        return PortalAnswer.goTo(page(), "?done=ended");
    }
}
