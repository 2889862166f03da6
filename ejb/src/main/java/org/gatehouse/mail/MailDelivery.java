package org.gatehouse.mail;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.gatehouse.crypto.SecretCipher;
import org.gatehouse.model.mail.MailMessage;

/**
 * Sends what is in the outbox: at once when a letter comes in, and whatever failed whenever it is due. A node sends few letters at a
 * time, so that a mail server that hangs costs no more than a few threads.
 */
@ApplicationScoped
public class MailDelivery {

    private static final Logger LOG = Logger.getLogger(MailDelivery.class.getName());
    private static final int AT_A_TIME = 3;

    @Resource
    private ManagedExecutorService executor;

    @Inject
    private MailOutbox outbox;

    @Inject
    private SmtpTransport transport;

    @Inject
    private InstallationSmtp installation;

    @Inject
    private SecretCipher cipher;

    @Inject
    private Clock clock;

    private final Semaphore senders = new Semaphore(AT_A_TIME);
    private final AtomicBoolean more = new AtomicBoolean();

    /** The letter can be seen by others now. */
    void queued(@Observes(during = TransactionPhase.AFTER_SUCCESS) MailQueued letter) {
        executor.execute(this::sendDue);
    }

    /** Sends everything that is due. Returns at once when enough others are at it: they will find it too. */
    public void sendDue() {
        more.set(true);
        while (more.get() && senders.tryAcquire()) {
            try {
                more.set(false);
                sendAll();
            } finally {
                senders.release();
            }
        }
    }

    private void sendAll() {
        for (Optional<MailMessage> next = outbox.take(); next.isPresent(); next = outbox.take()) {
            send(next.get());
        }
    }

    private void send(MailMessage message) {
        if (!message.getExpires().isAfter(clock.instant())) {
            outbox.givenUp(message, "it was out of date.");
            return;
        }
        WrittenLetter letter;
        try {
            letter = WrittenLetter.ofJson(cipher.open(message.getPayload()));
        } catch (IllegalStateException sealedWithAnotherKey) {
            outbox.givenUp(message, "it was sealed with a key that is not configured.");
            return;
        }
        hand(message, letter, Optional.ofNullable(letter.server()).orElseGet(installation::server));
    }

    private void hand(MailMessage message, WrittenLetter letter, SmtpServer server) {
        try {
            transport.send(letter, server);
        } catch (MessagingException refused) {
            LOG.log(Level.WARNING, refused, () -> "A letter was not taken by " + server + ", attempt " + message.getAttempts());
            outbox.failed(message, "the mail server " + server.host() + " did not take it (" + refused.getClass().getSimpleName() + ").");
            return;
        }
        outbox.sent(message, letter, server.from());
    }
}
