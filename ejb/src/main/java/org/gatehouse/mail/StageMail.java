package org.gatehouse.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.gatehouse.crypto.SecretCipher;
import org.gatehouse.type.FieldProblems;
import org.gatehouse.type.Secret;

/** The mail settings that several types of stages have, as administrators write them. */
@ApplicationScoped
public class StageMail {

    @Inject
    private MailTemplates templates;

    @Inject
    private SecretCipher cipher;

    /** A mail server of a stage's own. */
    public record Server(String host, int port, String username, Secret password, boolean useTls, boolean useSsl, int timeoutSeconds, String from) {
    }

    /** Reports what cannot be right about them. */
    public void check(Server server, String template, FieldProblems problems) {
        if (MailAddress.parse(server.from()).isEmpty()) {
            problems.add("from_address", "Enter a valid email address.");
        }
        if (server.useTls() && server.useSsl()) {
            problems.add("use_ssl", "Choose one of TLS and SSL.");
        }
        if (!templates.exists(template)) {
            problems.add("template", "There is no such template.");
        }
    }

    /** How letters of the stage look and who sends them. */
    public LetterStyle style(boolean global, Server server, String template, String subject) {
        String password = server.password() == null ? "" : cipher.open(server.password().sealed());
        return new LetterStyle(template, subject, global ? null : new SmtpServer(server.host(), server.port(), server.username(), password,
                server.useTls(), server.useSsl(), Duration.ofSeconds(server.timeoutSeconds()), server.from()));
    }
}
