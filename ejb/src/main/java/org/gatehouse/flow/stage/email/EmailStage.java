package org.gatehouse.flow.stage.email;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.gatehouse.flow.Challenge;
import org.gatehouse.flow.ContextKey;
import org.gatehouse.flow.FlowContext;
import org.gatehouse.flow.NoAnswer;
import org.gatehouse.flow.PlanContext;
import org.gatehouse.flow.StageResult;
import org.gatehouse.flow.StageType;
import org.gatehouse.mail.StageMail;
import org.gatehouse.type.Family;
import org.gatehouse.type.FieldProblems;
import org.gatehouse.type.ObjectType;

/** Sends the pending user a link that goes on with the flow; whoever answers here asks for another one. */
@ApplicationScoped
@ObjectType(family = Family.STAGE, name = "email", model = "authentik_stages_email.emailstage", component = "ak-stage-email-form")
public class EmailStage implements StageType<EmailStageSettings, NoAnswer> {

    /** How many letters this run has sent, and when the last one, in seconds since 1970. */
    private static final ContextKey<Long> SENT = ContextKey.number("email.sent");
    private static final ContextKey<Long> SENT_AT = ContextKey.number("email.sent_at");

    /** The contract's key by which policies see that a link is on its way. */
    private static final ContextKey<Boolean> EMAIL_SENT = ContextKey.flag("email_sent");

    private static final long FIRST_PAUSE_SECONDS = 15;
    private static final int MOST_DOUBLINGS = 6;

    private static final String TOO_EARLY = "Please wait a moment before you ask for another email.";
    private static final String FOREIGN = "This link does not fit the account any more. Please start again.";
    private static final String NO_ADDRESS = "This account has no email address.";

    @Inject
    private EmailLinkSender sender;

    @Inject
    private EmailConfirmation confirmation;

    @Inject
    private StageMail mail;

    @Inject
    private Clock clock;

    /** {@code ak-stage-email}: a letter is on its way. */
    public record Ask() implements Challenge {

        @Override
        public String component() {
            return "ak-stage-email";
        }
    }

    @Override
    public void check(EmailStageSettings settings, FieldProblems problems) {
        mail.check(EmailLinkSender.server(settings), settings.template(), problems);
    }

    @Override
    public StageResult begin(FlowContext flow, EmailStageSettings settings) {
        if (flow.resumedByLink()) {
            return resume(flow, settings);
        }
        EmailRecipient recipient = EmailRecipient.of(flow);
        if (recipient.isNobody()) {
            return StageResult.deny("");
        }
        if (recipient.isCertain() && recipient.address().isEmpty()) {
            return StageResult.deny(NO_ADDRESS);
        }
        // Once: a reload shows the page again and sends nothing.
        Optional<String> problem = flow.plan().has(SENT) ? Optional.empty() : send(flow, settings, recipient);
        return problem.map(StageResult::deny).orElseGet(() -> StageResult.show(new Ask()));
    }

    private StageResult resume(FlowContext flow, EmailStageSettings settings) {
        if (!confirmation.accept(flow, settings.activateUserOnSuccess())) {
            return StageResult.deny(FOREIGN);
        }
        flow.authenticated();
        forget(flow.plan());
        return StageResult.next();
    }

    @Override
    public StageResult submit(FlowContext flow, EmailStageSettings settings, NoAnswer answer) {
        EmailRecipient recipient = EmailRecipient.of(flow);
        if (recipient.isNobody()) {
            return StageResult.deny("");
        }
        Optional<String> problem = isTooEarly(flow.plan()) ? Optional.of(TOO_EARLY) : send(flow, settings, recipient);
        return problem.map(sentence -> StageResult.invalid(FieldProblems.GENERAL, sentence)).orElseGet(() -> StageResult.show(new Ask()));
    }

    /** Each letter of this run has to wait twice as long as the one before. */
    private boolean isTooEarly(PlanContext plan) {
        long sent = plan.get(SENT).orElse(0L);
        long pause = sent == 0 ? 0 : FIRST_PAUSE_SECONDS << Math.min(sent - 1, MOST_DOUBLINGS);
        return clock.instant().getEpochSecond() < plan.get(SENT_AT).orElse(0L) + pause;
    }

    /** What is counted has to be in the plan before the link is saved with it. */
    private Optional<String> send(FlowContext flow, EmailStageSettings settings, EmailRecipient recipient) {
        PlanContext plan = flow.plan();
        plan.put(SENT, plan.get(SENT).orElse(0L) + 1).put(SENT_AT, clock.instant().getEpochSecond()).put(EMAIL_SENT, true);
        return sender.send(flow, settings, recipient);
    }

    /** A second stage of this type further on sends a letter of its own. */
    private static void forget(PlanContext plan) {
        plan.remove(SENT);
        plan.remove(SENT_AT);
        plan.remove(EMAIL_SENT);
        plan.remove(EmailLinkSender.TO);
        plan.remove(EmailLinkSender.LINK);
    }
}
