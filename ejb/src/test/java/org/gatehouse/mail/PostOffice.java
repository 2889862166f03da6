package org.gatehouse.mail;

import jakarta.enterprise.event.Event;
import java.util.List;
import java.util.Optional;
import org.gatehouse.brand.Brands;
import org.gatehouse.crypto.SecretCipher;
import org.gatehouse.fixture.FlowWorld;
import org.gatehouse.model.mail.MailMessage;
import org.gatehouse.model.mail.MailMessageRepository;

/** The beans of the mail service, over whatever outbox a test has. */
public final class PostOffice {

    public static final String BASE = "https://id.example.com";

    private final SecretCipher cipher = new SecretCipher(List.of("the secret of a test"));
    private final List<Object> beans;
    public final MailOutbox outbox;

    public PostOffice(FlowWorld world, MailMessageRepository messages, Event<Object> event, Brands brands) {
        MailTemplates templates = new MailTemplates();
        outbox = world.wire(new MailOutbox(), messages);
        beans = List.of(templates, world.wire(new MailQueue(), new LetterWriter(templates), messages, event),
                world.wire(new PersonalLetters()), world.wire(new StageMail(), templates),
                new PublicAddress(world.origin, brands, Optional.of(BASE)), outbox, brands);
    }

    /** All of them. */
    public List<Object> beans() {
        return beans;
    }

    /** A letter that waits, in plain text. */
    public String textOf(MailMessage message) {
        return WrittenLetter.ofJson(cipher.open(message.getPayload())).text();
    }

    /** Who gets a letter that waits. */
    public String recipientOf(MailMessage message) {
        return WrittenLetter.ofJson(cipher.open(message.getPayload())).to();
    }

    /** What sends the letters of the outbox to a mail server. */
    MailDelivery delivery(FlowWorld world, SmtpServer server) {
        return world.wire(new MailDelivery(), outbox, world.wire(new SmtpTransport()), new InstallationSmtp() {
            @Override
            SmtpServer server() {
                return server;
            }
        });
    }
}
