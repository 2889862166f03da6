package org.gatehouse.notification.inbox;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.gatehouse.model.notification.Notification;
import org.gatehouse.model.notification.NotificationRepository;

/** The notifications of one user, who reads, marks and deletes them without any right to manage. */
@Stateless
public class Inbox {

    /** More than these are neither shown nor counted. */
    public static final int MOST = 100;

    @Inject
    private NotificationRepository notifications;

    @Inject
    private Clock clock;

    /** What the user was told, the newest first. */
    public List<Notification> of(long userId) {
        return notifications.findOwn(userId, clock.instant(), MOST);
    }

    /** How many of them the user has not seen. */
    public int unseen(long userId) {
        return notifications.countUnseen(userId, clock.instant(), MOST);
    }

    /** Marks one as seen. */
    public void markSeen(long userId, UUID id) {
        notifications.markSeen(userId, id);
    }

    /** Marks all of them as seen. */
    public void markAllSeen(long userId) {
        notifications.markAllSeen(userId);
    }

    /** Deletes one. */
    public void delete(long userId, UUID id) {
        notifications.removeOwn(userId, id);
    }
}
