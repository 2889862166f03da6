package org.gatehouse.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.gatehouse.event.EventAction;
import org.gatehouse.fixture.FlowWorld;
import org.gatehouse.fixture.MailWorld;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MailDeliveryTest {

    private final FlowWorld world = new FlowWorld();
    private final MailWorld mail = new MailWorld(world);
    private final GreenMail server = new GreenMail(ServerSetup.SMTP.dynamicPort());
    private final MailQueue queue = (MailQueue) mail.post.beans().stream().filter(MailQueue.class::isInstance).findFirst().orElseThrow();

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private SmtpServer smtp(int port, boolean tls) {
        return new SmtpServer("127.0.0.1", port, "", "", tls, false, Duration.ofSeconds(2), "Gatehouse <gatehouse@example.com>");
    }

    private Letter letter(String subject) {
        return new Letter("alice@example.com", "email/password_reset.html", subject, Locale.GERMAN,
                Map.of("user", "Alice", "url", "https://id.example.com/s3cret"), null, world.now.plus(Duration.ofMinutes(30)));
    }

    @Test
    void sendsALetterAsTextAndHtml() throws MessagingException {
        queue.post(letter(""));
        assertThat(mail.messages.get(0).getPayload()).doesNotContain("s3cret").doesNotContain("alice");

        mail.post.delivery(world, smtp(server.getSmtp().getPort(), false)).sendDue();

        MimeMessage message = server.getReceivedMessages()[0];
        assertThat(message.getSubject()).isEqualTo("Passwort zurücksetzen");
        assertThat(message.getAllRecipients()).extracting(Object::toString).containsExactly("alice@example.com");
        assertThat(message.getFrom()[0]).hasToString("Gatehouse <gatehouse@example.com>");
        assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(GreenMailUtil.getBody(message)).contains("https://id.example.com/s3cret").contains("text/plain").contains("text/html");
        assertThat(mail.messages).isEmpty();
        assertThat(world.events).singleElement().satisfies(event -> {
            assertThat(event.action()).isEqualTo(EventAction.EMAIL_SENT);
            assertThat(event.context().toString()).contains("alice@example.com").doesNotContain("s3cret");
        });
    }

    @Test
    void addsNoHeaderThatASubjectHolds() throws MessagingException {
        queue.post(letter("Hello\r\nBcc: mallory@example.com\r\n\r\nbody"));

        mail.post.delivery(world, smtp(server.getSmtp().getPort(), false)).sendDue();

        MimeMessage message = server.getReceivedMessages()[0];
        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(message.getHeader("Bcc")).isNull();
        assertThat(message.getSubject()).isEqualTo("Hello Bcc: mallory@example.com body");
    }

    @Test
    void triesAgainLaterAndLaterWhileTheLetterIsWorthIt() {
        queue.post(letter(""));
        MailDelivery delivery = mail.post.delivery(world, smtp(server.getSmtp().getPort(), false));
        server.stop();
        Instant start = world.now;

        delivery.sendDue();
        assertThat(mail.messages.get(0).getDue()).isEqualTo(start.plus(Duration.ofMinutes(1)));
        delivery.sendDue();
        assertThat(mail.messages.get(0).getAttempts()).isEqualTo(1);
        world.now = start.plus(Duration.ofMinutes(1));
        delivery.sendDue();
        assertThat(mail.messages.get(0).getDue()).isEqualTo(world.now.plus(Duration.ofMinutes(2)));

        world.now = start.plus(Duration.ofMinutes(29));
        delivery.sendDue();
        assertThat(mail.messages).isEmpty();
        assertThat(world.events).singleElement().satisfies(event -> {
            assertThat(event.action()).isEqualTo(EventAction.SYSTEM_TASK_EXCEPTION);
            assertThat(event.context().toString()).doesNotContain("s3cret");
        });
    }

    @Test
    void sendsNothingThatIsOutOfDate() {
        queue.post(letter(""));
        world.now = world.now.plus(Duration.ofHours(1));

        mail.post.delivery(world, smtp(server.getSmtp().getPort(), false)).sendDue();

        assertThat(server.getReceivedMessages()).isEmpty();
        assertThat(mail.messages).isEmpty();
    }

    @Test
    void sendsNothingInTheClearToAServerThatShouldHaveOfferedTls() {
        queue.post(letter(""));

        mail.post.delivery(world, smtp(server.getSmtp().getPort(), true)).sendDue();

        assertThat(server.getReceivedMessages()).isEmpty();
        assertThat(mail.messages).hasSize(1);
    }
}
