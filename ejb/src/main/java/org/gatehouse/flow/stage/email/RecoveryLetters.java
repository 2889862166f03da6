package org.gatehouse.flow.stage.email;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
import org.gatehouse.access.Actor;
import org.gatehouse.access.Permission;
import org.gatehouse.access.Permissions;
import org.gatehouse.mail.LetterStyle;
import org.gatehouse.mail.MailAddress;
import org.gatehouse.mail.MailQueue;
import org.gatehouse.mail.PersonalLetters;
import org.gatehouse.mail.PublicAddress;
import org.gatehouse.model.directory.User;
import org.gatehouse.type.ConfiguredObjects;
import org.gatehouse.type.Family;
import org.gatehouse.type.FieldProblems;
import org.gatehouse.type.InvalidInput;

/** Sends links that administrators ask for, in the style of an e-mail stage but outside of any flow. */
@ApplicationScoped
public class RecoveryLetters {

    private static final String MODEL = "authentik_stages_email.emailstage";

    @Inject
    private Permissions permissions;

    @Inject
    private ConfiguredObjects objects;

    @Inject
    private EmailLinkSender sender;

    @Inject
    private PersonalLetters letters;

    @Inject
    private MailQueue queue;

    @Inject
    private PublicAddress address;

    /**
     * Posts a letter to the user's address, in the caller's transaction.
     *
     * @param path makes the link, once it is certain that the letter can be sent
     * @throws InvalidInput when the stage is no e-mail stage the actor may see, the address is none, or nobody has said where we are
     */
    public void post(Actor actor, User user, UUID stage, Duration validity, Supplier<String> path) {
        EmailStageSettings settings = settings(actor, stage);
        MailAddress.parse(user.getEmail())
                .orElseThrow(() -> new InvalidInput(FieldProblems.GENERAL, "The user's email address cannot be written to."));
        String base = address.base().orElseThrow(() -> new InvalidInput(FieldProblems.GENERAL,
                "No email with a link can be sent: set gatehouse.base-url, or give the brand a domain."));
        LetterStyle style = sender.style(settings);
        queue.post(letters.to(user, user.getEmail(), style, validity).with("url", base + path.get()));
    }

    private EmailStageSettings settings(Actor actor, UUID stage) {
        permissions.require(actor, Permission.view(MODEL), stage.toString());
        return objects.find(Family.STAGE, stage.toString()).filter(found -> objects.typeOf(found).model().equals(MODEL))
                .map(found -> objects.settings(found, EmailStageSettings.class))
                .orElseThrow(() -> new InvalidInput("email_stage", FieldProblems.missing(stage)));
    }
}
