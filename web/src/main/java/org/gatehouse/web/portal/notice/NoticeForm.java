package org.gatehouse.web.portal.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.notification.inbox.Inbox;
import org.gatehouse.session.Login;
import org.gatehouse.type.ObjectKey;
import org.gatehouse.web.portal.PortalAnswer;
import org.gatehouse.web.portal.PortalFields;
import org.gatehouse.web.portal.PortalForm;
import org.gatehouse.web.portal.PortalPage;

/** Marks notifications of the user as seen, or deletes one. */
@ApplicationScoped
public class NoticeForm implements PortalForm {

    @Inject
    private Inbox inbox;

    @Override
    public PortalPage page() {
        return PortalPage.NOTIFICATIONS;
    }

    @Override
    public PortalAnswer submit(Login login, PortalFields fields) {
        long user = login.user().getId();
        Optional<UUID> id = ObjectKey.uuid(fields.get("notification"));
        if (fields.has("all")) {
            inbox.markAllSeen(user);
        } else if (fields.has("delete")) {
            id.ifPresent(one -> inbox.delete(user, one));
        } else {
            id.ifPresent(one -> inbox.markSeen(user, one));
        }
        return PortalAnswer.goTo(page());
    }
}
