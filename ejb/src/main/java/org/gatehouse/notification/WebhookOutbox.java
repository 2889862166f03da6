package org.gatehouse.notification;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.gatehouse.access.Actor;
import org.gatehouse.event.EventAction;
import org.gatehouse.event.EventDraft;
import org.gatehouse.event.Events;
import org.gatehouse.model.directory.UserRepository;
import org.gatehouse.model.event.AuditEventRepository;
import org.gatehouse.model.notification.NotificationDeliveries;
import org.gatehouse.model.notification.NotificationDelivery;
import org.gatehouse.model.notification.NotificationTransport;
import org.gatehouse.model.notification.NotificationTransportRepository;
import org.gatehouse.outgoing.OutgoingRequest;

/** The webhooks that wait, each step in a transaction of its own: none is open while a server thinks. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class WebhookOutbox {

    /** Longer than any attempt takes. */
    private static final Duration CLAIM = Duration.ofMinutes(2);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);

    /** With pauses that double, a little more than half an hour in all. */
    private static final int MOST_ATTEMPTS = 7;

    @Inject
    private NotificationDeliveries deliveries;

    @Inject
    private NotificationTransportRepository transports;

    @Inject
    private AuditEventRepository auditEvents;

    @Inject
    private UserRepository users;

    @Inject
    private WebhookMessages messages;

    @Inject
    private Events events;

    @Inject
    private Clock clock;

    /** The next call that is due; nobody else gets it for some minutes. */
    public Optional<NotificationDelivery> take() {
        Instant now = clock.instant();
        return deliveries.take(now, now.plus(CLAIM));
    }

    /**
     * The call as it is to be made now; empty when its transport calls nobody any more.
     *
     * @throws org.gatehouse.expression.ExpressionFailed when a mapping fails
     */
    public Optional<OutgoingRequest> prepare(NotificationDelivery delivery) {
        Optional<NotificationTransport> transport = transports.find(delivery.transportId()).filter(found -> found.getMode().isWebhook());
        if (transport.isEmpty()) {
            deliveries.delete(delivery.id());
        }
        return transport.map(found -> messages.write(found, new WebhookMessages.Message(delivery.severity(), delivery.body(),
                auditEvents.find(delivery.eventId()), delivery.userId().flatMap(users::find))));
    }

    /** Forgets a call that was taken. */
    public void taken(NotificationDelivery delivery) {
        deliveries.delete(delivery.id());
    }

    /** Keeps a call for another attempt, half a minute later, then a minute, and so on; after the last it is given up. */
    public void failed(NotificationDelivery delivery, String reason) {
        if (delivery.attempts() < MOST_ATTEMPTS) {
            deliveries.postpone(delivery.id(), clock.instant().plus(FIRST_PAUSE.multipliedBy(1L << (delivery.attempts() - 1))));
        } else {
            givenUp(delivery, reason);
        }
    }

    /** Forgets a call that will never be taken; the event says so. */
    public void givenUp(NotificationDelivery delivery, String reason) {
        deliveries.delete(delivery.id());
        events.recordWithin(EventDraft.of(EventAction.SYSTEM_TASK_EXCEPTION, EchoGuard.APP, Actor.ofSystem())
                .with("task", "send-notification")
                .with("transport", transports.find(delivery.transportId()).map(NotificationTransport::getName).orElse(""))
                .with("message", "A notification could not be delivered: " + reason).with("attempts", String.valueOf(delivery.attempts())));
    }
}
