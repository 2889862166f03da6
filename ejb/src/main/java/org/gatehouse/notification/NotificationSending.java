package org.gatehouse.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.access.Actor;
import org.gatehouse.event.EventAction;
import org.gatehouse.event.EventDraft;
import org.gatehouse.event.Events;
import org.gatehouse.mail.LetterStyle;
import org.gatehouse.mail.MailAddress;
import org.gatehouse.mail.MailQueue;
import org.gatehouse.mail.MailTemplates;
import org.gatehouse.mail.PersonalLetters;
import org.gatehouse.mail.PublicAddress;
import org.gatehouse.model.directory.User;
import org.gatehouse.model.event.AuditEvent;
import org.gatehouse.model.notification.Notification;
import org.gatehouse.model.notification.NotificationDeliveries;
import org.gatehouse.model.notification.NotificationDelivery;
import org.gatehouse.model.notification.NotificationRepository;
import org.gatehouse.model.notification.NotificationRule;
import org.gatehouse.model.notification.NotificationRuleRepository;
import org.gatehouse.model.notification.NotificationTransport;
import org.gatehouse.model.notification.Severity;

/** Tells the people of a rule in all its ways, in the caller's transaction: letters and webhooks only go into their outboxes here. */
@ApplicationScoped
public class NotificationSending {

    /** How long people find what they were told. */
    static final Duration KEPT = Duration.ofDays(90);

    private static final Duration LETTER_VALID = Duration.ofDays(2);
    private static final int MOST_RECIPIENTS = 1000;

    @Inject
    private NotificationRuleRepository rules;

    @Inject
    private NotificationRepository notifications;

    @Inject
    private NotificationDeliveries deliveries;

    @Inject
    private PersonalLetters letters;

    @Inject
    private MailQueue mail;

    @Inject
    private MailTemplates templates;

    @Inject
    private PublicAddress address;

    @Inject
    private Events events;

    @Inject
    private Clock clock;

    /** Tells whoever the rule is for. */
    void send(NotificationRule rule, AuditEvent event, Optional<User> eventUser, EchoGuard guard) {
        Map<Long, User> people = new LinkedHashMap<>();
        if (rule.getDestinationGroupId() != null) {
            rules.recipients(rule.getDestinationGroupId(), MOST_RECIPIENTS).forEach(user -> people.put(user.getId(), user));
        }
        if (rule.isDestinationEventUser()) {
            eventUser.filter(User::isActive).ifPresent(user -> people.putIfAbsent(user.getId(), user));
        }
        String body = EventText.of(event);
        for (NotificationTransport transport : rule.getTransports()) {
            if (guard.admits(event, transport)) {
                people.values().stream().limit(transport.isSendOnce() ? 1 : MOST_RECIPIENTS)
                        .forEach(user -> tell(transport, rule.getSeverity(), body, event, user));
            }
        }
    }

    private void tell(NotificationTransport transport, Severity severity, String body, AuditEvent event, User user) {
        switch (transport.getMode()) {
            case LOCAL -> note(user.getId(), severity, body, Optional.of(event.getId()));
            case EMAIL -> write(transport, severity, body, user);
            case WEBHOOK, WEBHOOK_SLACK -> deliveries.add(new NotificationDelivery(UUID.randomUUID(), transport.getId(),
                    Optional.of(user.getId()), event.getId(), severity, body, 0), clock.instant());
        }
    }

    /** Leaves a note for the user in the product. */
    Notification note(long userId, Severity severity, String body, Optional<UUID> event) {
        Notification notification = new Notification();
        notification.setId(UUID.randomUUID());
        notification.setUserId(userId);
        notification.setSeverity(severity);
        notification.setBody(body);
        event.ifPresent(notification::setEventId);
        notification.setCreated(clock.instant());
        notification.setExpires(clock.instant().plus(KEPT));
        return notifications.add(notification);
    }

    /** Puts a letter into the outbox. Returns whether it could be written: not to somebody without an address, nor without its template. */
    boolean write(NotificationTransport transport, Severity severity, String body, User user) {
        Optional<String> to = Optional.ofNullable(user.getEmail()).filter(given -> MailAddress.parse(given).isPresent());
        if (to.isEmpty()) {
            return false;
        }
        if (!templates.exists(transport.getEmailTemplate())) {
            events.recordWithin(EventDraft.of(EventAction.CONFIGURATION_ERROR, EchoGuard.APP, Actor.ofSystem()).with("transport", transport.getName())
                    .with("message", "There is no mail template " + transport.getEmailTemplate() + "."));
            return false;
        }
        LetterStyle style = new LetterStyle(transport.getEmailTemplate(), transport.getEmailSubjectPrefix().replaceAll("[{}]", "") + "{{ title }}", null);
        mail.post(letters.to(user, to.get(), style, LETTER_VALID).with("title", body).with("body", body).with("severity", severity.wireName())
                .with("url", address.base().map(base -> base + "/if/user/").orElse("")));
        return true;
    }

}
