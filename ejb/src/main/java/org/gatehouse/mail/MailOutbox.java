package org.gatehouse.mail;

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
import org.gatehouse.model.mail.MailMessage;
import org.gatehouse.model.mail.MailMessageRepository;

/** The letters that wait, each step in a transaction of its own: none is open while a mail server thinks. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class MailOutbox {

    /** Longer than any attempt takes. */
    private static final Duration CLAIM = Duration.ofMinutes(5);
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final int LONGEST_DOUBLING = 6;

    @Inject
    private MailMessageRepository messages;

    @Inject
    private Events events;

    @Inject
    private Clock clock;

    /** The next letter that is due; nobody else gets it for some minutes. */
    public Optional<MailMessage> take() {
        Instant now = clock.instant();
        return messages.take(now, now.plus(CLAIM));
    }

    /** Forgets a letter that a mail server has taken. */
    public void sent(MailMessage message, WrittenLetter letter, String from) {
        messages.delete(message.getId());
        events.recordWithin(EventDraft.of(EventAction.EMAIL_SENT, "mail", Actor.ofSystem())
                .with("message", "Email to " + letter.to() + " sent").with("subject", letter.subject())
                .with("to_email", letter.to()).with("from_email", from));
    }

    /**
     * Keeps a letter for another attempt, a minute later, then two, up to an hour; when it would be out of date by then, it is
     * given up.
     */
    public void failed(MailMessage message, String reason) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(message.getAttempts() - 1, LONGEST_DOUBLING));
        Instant again = clock.instant().plus(pause);
        if (again.isBefore(message.getExpires())) {
            messages.postpone(message.getId(), again);
        } else {
            givenUp(message, reason);
        }
    }

    /** Forgets a letter that cannot be sent at all, or no longer. */
    public void givenUp(MailMessage message, String reason) {
        messages.delete(message.getId());
        events.recordWithin(EventDraft.of(EventAction.SYSTEM_TASK_EXCEPTION, "mail", Actor.ofSystem())
                .with("task", "send-mail").with("message", "An email could not be sent: " + reason)
                .with("attempts", String.valueOf(message.getAttempts())));
    }
}
