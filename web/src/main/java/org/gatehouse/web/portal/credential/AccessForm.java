package org.gatehouse.web.portal.credential;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.gatehouse.provider.oauth2.issued.HeldAccess;
import org.gatehouse.session.Login;
import org.gatehouse.web.portal.PortalAnswer;
import org.gatehouse.web.portal.PortalFields;
import org.gatehouse.web.portal.PortalForm;
import org.gatehouse.web.portal.PortalPage;

/** Takes everything back that one application may do for the user. */
@ApplicationScoped
public class AccessForm implements PortalForm {

    @Inject
    private HeldAccess held;

    @Override
    public PortalPage page() {
        return PortalPage.ACCESS;
    }

    @Override
    public PortalAnswer submit(Login login, PortalFields fields) {
        held.revoke(login.actor(), login.user().getId(), fields.get("application"));
        return PortalAnswer.goTo(page(), "?done=revoked");
    }
}
