package org.gatehouse.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Properties;

/** Hands one letter to a mail server. */
@ApplicationScoped
public class SmtpTransport {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    @Inject
    private Clock clock;

    public SmtpTransport() {
    }

    SmtpTransport(Clock clock) {
        this.clock = clock;
    }

    /** @throws MessagingException when the server did not take it; its message may quote the server but holds no password */
    void send(WrittenLetter letter, SmtpServer server) throws MessagingException {
        Session session = Session.getInstance(properties(server));
        MimeMessage message = message(session, letter, server.from());
        try (Transport transport = session.getTransport("smtp")) {
            if (server.username().isEmpty()) {
                transport.connect();
            } else {
                transport.connect(server.host(), server.port(), server.username(), server.password());
            }
            transport.sendMessage(message, message.getAllRecipients());
        }
    }

    private MimeMessage message(Session session, WrittenLetter letter, String from) throws MessagingException {
        MimeMessage message = new MimeMessage(session);
        message.setFrom(new InternetAddress(from, true));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(letter.to(), true));
        message.setSubject(PlaceholderText.PLAIN.apply(letter.subject()), UTF_8);
        message.setSentDate(Date.from(clock.instant()));
        // Out-of-office robots do not answer letters of programs (RFC 3834 section 5).
        message.setHeader("Auto-Submitted", "auto-generated");
        MimeBodyPart text = new MimeBodyPart();
        text.setText(letter.text(), UTF_8);
        MimeBodyPart html = new MimeBodyPart();
        html.setText(letter.html(), UTF_8, "html");
        message.setContent(new MimeMultipart("alternative", text, html));
        message.saveChanges();
        return message;
    }

    private static Properties properties(SmtpServer server) {
        String millis = String.valueOf(server.timeout().toMillis());
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.host", server.host());
        properties.setProperty("mail.smtp.port", String.valueOf(server.port()));
        properties.setProperty("mail.smtp.auth", String.valueOf(!server.username().isEmpty()));
        properties.setProperty("mail.smtp.connectiontimeout", millis);
        properties.setProperty("mail.smtp.timeout", millis);
        properties.setProperty("mail.smtp.writetimeout", millis);
        properties.setProperty("mail.smtp.ssl.enable", String.valueOf(server.useSsl()));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty("mail.smtp.starttls.enable", String.valueOf(server.useTls()));
        // Without this, whoever sits between could leave the offer out and read along.
        properties.setProperty("mail.smtp.starttls.required", String.valueOf(server.useTls()));
        return properties;
    }
}
