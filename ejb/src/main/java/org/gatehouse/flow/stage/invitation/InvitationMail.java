package org.gatehouse.flow.stage.invitation;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.access.Actor;
import org.gatehouse.access.Permission;
import org.gatehouse.access.Permissions;
import org.gatehouse.flow.FlowAddress;
import org.gatehouse.mail.Letter;
import org.gatehouse.mail.MailAddress;
import org.gatehouse.mail.MailQueue;
import org.gatehouse.mail.MailTemplates;
import org.gatehouse.mail.PublicAddress;
import org.gatehouse.model.flow.Flow;
import org.gatehouse.model.flow.FlowRepository;
import org.gatehouse.model.invitation.Invitation;
import org.gatehouse.model.invitation.InvitationRepository;
import org.gatehouse.type.Default;
import org.gatehouse.type.DocumentReader;
import org.gatehouse.type.FieldProblems;
import org.gatehouse.type.InvalidInput;
import org.gatehouse.type.ObjectKey;
import org.gatehouse.type.ObjectNotFound;

/** Sends the link of an invitation by e-mail. Everybody gets a letter of their own; nobody learns who else did. */
@Stateless
public class InvitationMail {

    /** The most addresses of one request. */
    private static final int MOST = 200;

    private static final Duration WORTH_SENDING = Duration.ofDays(3);

    /** The contract's {@code InvitationSendEmailRequest}. */
    record Order(@NotEmpty List<String> emailAddresses, List<String> ccAddresses, List<String> bccAddresses,
            @Default("invitation") @NotBlank String template) {
    }

    @Inject
    private Permissions permissions;

    @Inject
    private DocumentReader reader;

    @Inject
    private InvitationRepository invitations;

    @Inject
    private FlowRepository flows;

    @Inject
    private MailQueue queue;

    @Inject
    private MailTemplates templates;

    @Inject
    private PublicAddress address;

    @Inject
    private Clock clock;

    /**
     * Puts the letters into the outbox.
     *
     * @throws org.gatehouse.access.AccessDenied when the actor may not manage
     * @throws ObjectNotFound when there is no such invitation
     * @throws InvalidInput when an address or the template is none, or there is nowhere for the link to lead
     */
    public void send(Actor actor, String key, JsonObject body) {
        permissions.require(actor, Permission.change("authentik_stages_invitation.invitation"), key);
        Invitation invitation = ObjectKey.uuid(key).flatMap(invitations::find).orElseThrow(() -> new ObjectNotFound("No Invitation matches the given query."));
        Order order = reader.read(Order.class, body);
        FieldProblems problems = new FieldProblems();
        Set<String> recipients = recipients(order, problems);
        String template = order.template().endsWith(".html") ? order.template() : "email/" + order.template() + ".html";
        if (!templates.exists(template)) {
            problems.add("template", "There is no such template.");
        }
        Optional<String> url = url(invitation, problems);
        if (invitation.isExpired(clock.instant())) {
            problems.add(FieldProblems.GENERAL, "This invitation has expired.");
        }
        problems.refuseIfAny();
        recipients.forEach(to -> queue.post(letter(to, template, url.orElseThrow(), invitation)));
    }

    private static Set<String> recipients(Order order, FieldProblems problems) {
        Set<String> recipients = new LinkedHashSet<>();
        Map.of("email_addresses", order.emailAddresses(), "cc_addresses", order.ccAddresses(), "bcc_addresses", order.bccAddresses())
                .forEach((field, given) -> given.forEach(text -> MailAddress.parse(text).ifPresentOrElse(recipients::add,
                        () -> problems.add(field, "Enter a valid email address."))));
        if (recipients.size() > MOST) {
            problems.add("email_addresses", "Ensure there are no more than " + MOST + " addresses.");
        }
        return recipients;
    }

    private Optional<String> url(Invitation invitation, FieldProblems problems) {
        Optional<Flow> flow = Optional.ofNullable(invitation.getFlowId()).flatMap(flows::find);
        if (flow.isEmpty()) {
            problems.add(FieldProblems.GENERAL, "The invitation names no flow, so there is nowhere for its link to lead.");
        }
        Optional<String> base = address.base();
        if (base.isEmpty()) {
            problems.add(FieldProblems.GENERAL, "The address of this server is not configured (gatehouse.base-url).");
        }
        return flow.flatMap(found -> base.map(begin -> begin + FlowAddress.of(found.getSlug(), "", Optional.empty()) + "?itoken=" + invitation.getId()));
    }

    private Letter letter(String to, String template, String url, Invitation invitation) {
        Instant soon = clock.instant().plus(WORTH_SENDING);
        Instant worth = invitation.getExpires() == null || invitation.getExpires().isAfter(soon) ? soon : invitation.getExpires();
        String end = invitation.getExpires() == null ? "further notice" : invitation.getExpires().truncatedTo(ChronoUnit.MINUTES).toString();
        return new Letter(to, template, "", Locale.ENGLISH, Map.of("url", url, "expires", end, "invitation", invitation.getName()), null, worth);
    }
}
