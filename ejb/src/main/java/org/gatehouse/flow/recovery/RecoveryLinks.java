package org.gatehouse.flow.recovery;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.access.Actor;
import org.gatehouse.access.SpecialPermission;
import org.gatehouse.brand.Brands;
import org.gatehouse.directory.account.AccountRights;
import org.gatehouse.event.EventAction;
import org.gatehouse.event.EventDraft;
import org.gatehouse.event.Events;
import org.gatehouse.flow.ContextKeys;
import org.gatehouse.flow.FlowLauncher;
import org.gatehouse.flow.FlowStart;
import org.gatehouse.flow.PlanContext;
import org.gatehouse.flow.stage.email.RecoveryLetters;
import org.gatehouse.model.directory.User;
import org.gatehouse.type.FieldProblems;
import org.gatehouse.type.InvalidInput;
import org.gatehouse.type.TimeSpan;

/** Makes links into the brand's recovery flow, to be handed over or mailed. */
@Stateless
public class RecoveryLinks {

    private static final Duration LONGEST = Duration.ofDays(30);
    private static final TimeSpan USUAL = new TimeSpan("days=1");

    @Inject
    private AccountRights rights;

    @Inject
    private Brands brands;

    @Inject
    private FlowLauncher launcher;

    @Inject
    private RecoveryLetters letters;

    @Inject
    private Events events;

    /**
     * Makes a link. Whoever opens it first is let into the flow, so it is worth the account.
     *
     * @param userKey whose account
     * @param duration how long it can be opened, such as {@code hours=1}; empty for a day
     * @return a path of this server
     * @throws InvalidInput when the duration is none, or the brand has no recovery flow
     */
    public String create(Actor actor, String userKey, Optional<String> duration) {
        User user = rights.require(actor, SpecialPermission.RESET_USER_PASSWORD, userKey);
        String path = link(user, duration(duration));
        events.recordWithin(EventDraft.of(EventAction.SECRET_VIEW, "core", actor).with("secret", "recovery link")
                .with("username", user.getUsername()));
        return path;
    }

    /**
     * Mails a link to the account's address.
     *
     * @param stage the e-mail stage that says what the letter looks like and who sends it
     * @throws InvalidInput as {@link #create}, or when the account has no address or there is no such stage
     */
    public void mail(Actor actor, String userKey, UUID stage, Optional<String> duration) {
        User user = rights.require(actor, SpecialPermission.RESET_USER_PASSWORD, userKey);
        if (user.getEmail().isEmpty()) {
            throw new InvalidInput(FieldProblems.GENERAL, "User does not have an email address set.");
        }
        Duration validity = duration(duration);
        letters.post(actor, user, stage, validity, () -> link(user, validity));
        events.recordWithin(EventDraft.of(EventAction.EMAIL_SENT, "core", actor).with("message", "Recovery link sent by email")
                .with("username", user.getUsername()));
    }

    private String link(User user, Duration validity) {
        UUID flow = Optional.ofNullable(brands.current().getFlowRecoveryId())
                .orElseThrow(() -> new InvalidInput(FieldProblems.GENERAL, "No recovery flow set."));
        PlanContext context = new PlanContext().put(ContextKeys.PENDING_USER, user.getId());
        return launcher.link(new FlowStart(flow, context, List.of()), validity).path();
    }

    private static Duration duration(Optional<String> text) {
        try {
            Duration duration = text.map(TimeSpan::new).orElse(USUAL).duration();
            if (duration.isZero() || duration.compareTo(LONGEST) > 0) {
                throw new IllegalArgumentException("A link lasts more than nothing and at most 30 days.");
            }
            return duration;
        } catch (IllegalArgumentException wrong) {
            throw new InvalidInput("token_duration", wrong.getMessage());
        }
    }
}
