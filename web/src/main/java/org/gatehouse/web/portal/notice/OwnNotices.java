package org.gatehouse.web.portal.notice;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.gatehouse.model.directory.User;
import org.gatehouse.notification.inbox.Inbox;
import org.gatehouse.web.http.CurrentSession;

/** What the user was told, {@code #{notices}}. */
@Named("notices")
@RequestScoped
public class OwnNotices {

    @Inject
    private CurrentSession current;

    @Inject
    private Inbox inbox;

    private Integer unseen;

    public List<NoticeRow> getRows() {
        return current.user().map(User::getId).map(inbox::of).orElse(List.of()).stream().map(NoticeRow::of).toList();
    }

    /** How many the user has not seen; looked up once. */
    public int getUnseen() {
        if (unseen == null) {
            unseen = current.user().map(User::getId).map(inbox::unseen).orElse(0);
        }
        return unseen;
    }

    /** The number as the badge has it. */
    public String getBadge() {
        return getUnseen() >= Inbox.MOST ? (Inbox.MOST - 1) + "+" : String.valueOf(getUnseen());
    }
}
