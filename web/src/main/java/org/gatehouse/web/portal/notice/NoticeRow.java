package org.gatehouse.web.portal.notice;

import java.time.Instant;
import java.util.Optional;
import org.gatehouse.model.notification.Notification;
import org.gatehouse.web.page.PageAddress;

/**
 * Something the user was told.
 *
 * @param severity the contract's name of it
 * @param link where there is more to see; empty for nowhere
 * @param label what the link is called; empty for nothing in particular
 */
public record NoticeRow(String id, String severity, String body, String link, String label, Instant created, boolean seen) {

    static NoticeRow of(Notification notification) {
        return new NoticeRow(notification.getId().toString(), notification.getSeverity().wireName(), notification.getBody(),
                PageAddress.link(notification.getHyperlink()).orElse(""), Optional.ofNullable(notification.getHyperlinkLabel()).orElse(""),
                notification.getCreated(), notification.isSeen());
    }
}
