package org.gatehouse.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import org.gatehouse.crypto.SecretCipher;
import org.gatehouse.model.mail.MailMessage;
import org.gatehouse.model.mail.MailMessageRepository;

/** Takes letters to be sent. */
@ApplicationScoped
public class MailQueue {

    @Inject
    private LetterWriter writer;

    @Inject
    private MailMessageRepository messages;

    @Inject
    private SecretCipher cipher;

    @Inject
    private Event<MailQueued> queued;

    @Inject
    private Clock clock;

    /**
     * Puts a letter into the outbox, in the caller's transaction: it is sent when that commits, and not otherwise.
     *
     * @throws IllegalArgumentException when its template does not exist or its recipient is no address
     */
    public void post(Letter letter) {
        MailAddress.parse(letter.to()).orElseThrow(() -> new IllegalArgumentException("A letter needs one plain address."));
        messages.add(MailMessage.of(seal(letter), clock.instant(), letter.expires()));
        queued.fire(new MailQueued());
    }

    /** Does the work of posting a letter and throws it away. */
    public void pretend(Letter letter) {
        seal(letter);
    }

    private String seal(Letter letter) {
        return cipher.seal(writer.write(letter).toJson());
    }
}
