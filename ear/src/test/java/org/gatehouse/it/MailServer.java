package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A mail server that takes letters to anybody and keeps them. */
final class MailServer implements AutoCloseable {

    private static final long PATIENCE = 20_000;

    private final GreenMail server = new GreenMail(ServerSetup.SMTP.dynamicPort());

    MailServer() {
        server.start();
    }

    /** The settings by which a stage sends through this server. */
    JsonObjectBuilder settings(String template) {
        return Json.createObjectBuilder().add("host", "127.0.0.1").add("port", server.getSmtp().getPort()).add("from_address", "id@example.com")
                .add("template", template).add("token_expiry", "minutes=10");
    }

    /** What the newest letter holds at the group of the pattern, once there are so many letters. */
    String read(int letters, String pattern) throws MessagingException {
        assertThat(server.waitForIncomingEmail(PATIENCE, letters)).as("letter " + letters).isTrue();
        MimeMessage[] all = server.getReceivedMessages();
        String text = GreenMailUtil.getBody(all[letters - 1]).replace("=\r\n", "").replace("=3D", "=");
        Matcher found = Pattern.compile(pattern).matcher(text);
        assertThat(found.find()).as(text).isTrue();
        return found.group(1);
    }

    /** Whether there are so many letters within a second. */
    boolean arrives(int letters) {
        return server.waitForIncomingEmail(1_000, letters);
    }

    MimeMessage[] letters() {
        return server.getReceivedMessages();
    }

    @Override
    public void close() {
        server.stop();
    }
}
