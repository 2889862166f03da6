package org.gatehouse.flow.stage.email;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.event.EventAction;
import org.gatehouse.event.EventDraft;
import org.gatehouse.event.Events;
import org.gatehouse.flow.ContextKey;
import org.gatehouse.flow.FlowContext;
import org.gatehouse.flow.FlowLink;
import org.gatehouse.flow.FlowLinks;
import org.gatehouse.limit.SendingLimits;
import org.gatehouse.limit.SendingLimits.Limit;
import org.gatehouse.mail.Letter;
import org.gatehouse.mail.LetterStyle;
import org.gatehouse.mail.MailQueue;
import org.gatehouse.mail.PersonalLetters;
import org.gatehouse.mail.PublicAddress;
import org.gatehouse.mail.StageMail;
import org.gatehouse.model.directory.User;

/** Sends links. A letter and its link come into being with the step of the flow, or not at all. */
@ApplicationScoped
public class EmailLinkSender {

    /** The address the last link went to: what a link proves is that somebody reads mail there. */
    static final ContextKey<String> TO = ContextKey.text("email.to");

    /** The link that was sent last in this run. */
    static final ContextKey<String> LINK = ContextKey.text("email.link");

    private static final String TOO_MANY = "Too many emails were asked for. Please try again later.";
    private static final String UNAVAILABLE = "No email can be sent at the moment. Please tell the administrator.";

    @Inject
    private PersonalLetters letters;

    @Inject
    private MailQueue queue;

    @Inject
    private FlowLinks links;

    @Inject
    private PublicAddress address;

    @Inject
    private SendingLimits limits;

    @Inject
    private StageMail mail;

    @Inject
    private Events events;

    @Inject
    private Clock clock;

    /** @return a sentence for the person when nothing is sent, the same for known and unknown accounts; empty when the answer is "sent" */
    Optional<String> send(FlowContext flow, EmailStageSettings settings, EmailRecipient recipient) {
        Optional<String> base = address.base();
        if (base.isEmpty()) {
            events.recordWithin(EventDraft.of(EventAction.CONFIGURATION_ERROR, "stages.email", flow.actor())
                    .with("message", "No email with a link can be sent: set gatehouse.base-url, or give the brand a domain."));
            return Optional.of(UNAVAILABLE);
        }
        Limit limit = new Limit(settings.recoveryMaxAttempts(), settings.recoveryCacheTimeout().duration(), Duration.ZERO);
        if (recipient.typed().isPresent() && !limits.permits("email stage: " + recipient.typed().get(), limit)) {
            return Optional.of(TOO_MANY);
        }
        // The account's own limit is kept in silence where it would tell that what was typed belongs to an account.
        boolean permitted = limits.permits("email stage to: " + recipient.address().orElseGet(() -> "nobody " + recipient.typed().orElse("")), limit);
        if (permitted && recipient.address().isPresent()) {
            post(flow, settings, recipient, base.get());
        } else if (recipient.address().isEmpty() || !recipient.isCertain()) {
            pretend(flow, settings, recipient);
        }
        return permitted || !recipient.isCertain() ? Optional.empty() : Optional.of(TOO_MANY);
    }

    /** Takes about as long as sending: how long the answer takes must not tell whether there is such an account, or had its letters. */
    private void pretend(FlowContext flow, EmailStageSettings settings, EmailRecipient recipient) {
        Duration validity = settings.tokenExpiry().duration();
        User nobody = User.joined(clock.instant());
        nobody.setUsername(recipient.typed().orElse(""));
        queue.pretend(letters.to(nobody, "nobody@localhost", style(settings), validity).with("url", flow.saveForLink(validity).path()));
    }

    private void post(FlowContext flow, EmailStageSettings settings, EmailRecipient recipient, String base) {
        String to = recipient.address().orElseThrow();
        flow.plan().put(TO, to);
        Duration validity = settings.tokenExpiry().duration();
        Letter letter = letters.to(recipient.user().orElseThrow(), to, style(settings), validity);
        queue.post(letter.with("url", base + link(flow, validity)));
    }

    /** The path of a new link; the one before is dead from now on, so that of several letters the newest counts. */
    private String link(FlowContext flow, Duration validity) {
        flow.plan().get(LINK).map(UUID::fromString).ifPresent(links::revoke);
        flow.plan().remove(LINK);
        FlowLink link = flow.saveForLink(validity);
        flow.plan().put(LINK, link.id().toString());
        return link.path();
    }

    LetterStyle style(EmailStageSettings settings) {
        return mail.style(settings.useGlobalSettings(), server(settings), settings.template(), settings.subject());
    }

    static StageMail.Server server(EmailStageSettings settings) {
        return new StageMail.Server(settings.host(), settings.port(), settings.username(), settings.password(), settings.useTls(),
                settings.useSsl(), settings.timeout(), settings.fromAddress());
    }
}
