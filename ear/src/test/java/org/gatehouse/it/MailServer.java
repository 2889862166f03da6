package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A mail server that takes letters to anybody and keeps them. */
final class MailServer implements AutoCloseable {

    private static final long PATIENCE = 20_000;

    private final GreenMail server;

    MailServer() {
        this(ServerSetup.SMTP.dynamicPort());
    }

    private MailServer(ServerSetup setup) {
        server = new GreenMail(setup);
        server.start();
    }

    /** The one that the whole installation sends through. */
    static MailServer ofTheInstallation() {
        return new MailServer(new ServerSetup(GatehouseServer.MAIL_PORT, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    }

    /** The settings by which a stage sends through this server. */
    JsonObjectBuilder settings(String template) {
        return Json.createObjectBuilder().add("host", "127.0.0.1").add("port", server.getSmtp().getPort()).add("from_address", "id@example.com")
                .add("template", template).add("token_expiry", "minutes=10");
    }

    /** What the newest letter holds at the group of the pattern, once there are so many letters. */
    String read(int letters, String pattern) throws MessagingException {
        assertThat(server.waitForIncomingEmail(PATIENCE, letters)).as("letter " + letters).isTrue();
        return find(server.getReceivedMessages()[letters - 1], pattern);
    }

    private static String find(MimeMessage letter, String pattern) {
        String text = GreenMailUtil.getBody(letter).replace("=\r\n", "").replace("=3D", "=");
        Matcher found = Pattern.compile(pattern).matcher(text);
        assertThat(found.find()).as(text).isTrue();
        return found.group(1);
    }

    /** The newest letter to an address, once there is one; letters to others may come meanwhile. */
    MimeMessage letterTo(String address) {
        Optional<MimeMessage> letter;
        int known;
        do {
            known = server.getReceivedMessages().length;
            letter = newestTo(address);
        } while (letter.isEmpty() && server.waitForIncomingEmail(PATIENCE, known + 1));
        return letter.orElseThrow(() -> new AssertionError("no letter to " + address));
    }

    /** The link in the newest letter to an address. */
    String linkTo(String address) {
        return find(letterTo(address), "(http://\\S+flow_token=[A-Za-z0-9_-]+)");
    }

    private Optional<MimeMessage> newestTo(String address) {
        return Arrays.stream(server.getReceivedMessages()).filter(letter -> isTo(letter, address)).reduce((first, second) -> second);
    }

    private static boolean isTo(MimeMessage letter, String address) {
        try {
            return letter.getAllRecipients()[0].toString().equals(address);
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
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
