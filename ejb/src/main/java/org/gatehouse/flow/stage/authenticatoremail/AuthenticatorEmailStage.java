package org.gatehouse.flow.stage.authenticatoremail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.gatehouse.flow.Challenge;
import org.gatehouse.flow.FlowContext;
import org.gatehouse.flow.ProvenUser;
import org.gatehouse.flow.ShownUser;
import org.gatehouse.flow.StageResult;
import org.gatehouse.flow.StageType;
import org.gatehouse.flow.code.SetupCodes;
import org.gatehouse.flow.code.SetupSentences;
import org.gatehouse.mail.MailAddress;
import org.gatehouse.mail.StageMail;
import org.gatehouse.model.directory.User;
import org.gatehouse.type.Family;
import org.gatehouse.type.FieldProblems;
import org.gatehouse.type.ObjectType;

/**
 * Sets an address up for codes: sends a code to the account's address, or to one the user names if the account has none. An answer
 * without anything asks for another code.
 */
@ApplicationScoped
@ObjectType(family = Family.STAGE, name = AuthenticatorEmailStage.NAME, path = "authenticator/email",
        model = "authentik_stages_authenticator_email.authenticatoremailstage", component = "ak-stage-authenticator-email-form")
public class AuthenticatorEmailStage implements StageType<AuthenticatorEmailStageSettings, AuthenticatorEmailStage.Answer> {

    static final String NAME = "authenticator_email";

    private static final String KNOWN = "This address is set up already.";

    @Inject
    private SetupCodes codes;

    @Inject
    private EmailCodes letters;

    @Inject
    private EmailDevices devices;

    @Inject
    private StageMail mail;

    /**
     * @param code what came by e-mail
     * @param email where it is to be sent; only for an account without an address
     */
    public record Answer(@Size(max = 32) String code, @Size(max = 254) String email) {

        @Override
        public String toString() {
            return "Answer[]";
        }
    }

    /** {@code ak-stage-authenticator-email}; the address is mostly covered. */
    public record Ask(String pendingUser, String pendingUserAvatar, String email, boolean emailRequired) implements Challenge {

        @Override
        public String component() {
            return "ak-stage-authenticator-email";
        }
    }

    @Override
    public void check(AuthenticatorEmailStageSettings settings, FieldProblems problems) {
        mail.check(EmailCodes.server(settings), settings.template(), problems);
    }

    @Override
    public StageResult begin(FlowContext flow, AuthenticatorEmailStageSettings settings) {
        Optional<User> user = ProvenUser.of(flow);
        if (user.isEmpty()) {
            return StageResult.deny("");
        }
        Optional<String> own = MailAddress.parse(user.get().getEmail());
        if (codes.destination(flow.plan()).isEmpty() && own.isPresent()) {
            if (devices.exists(user.get(), own.get())) {
                return StageResult.deny(KNOWN);
            }
            codes.address(flow.plan(), own.get());
            // When it cannot be sent yet, the page has a button for later.
            send(flow, settings, user.get());
        }
        return show(flow);
    }

    private StageResult show(FlowContext flow) {
        ShownUser user = ShownUser.of(flow);
        Optional<String> to = codes.destination(flow.plan());
        return StageResult.show(new Ask(user.name(), user.avatar(), to.map(MailAddress::masked).orElse(null), to.isEmpty()));
    }

    private boolean send(FlowContext flow, AuthenticatorEmailStageSettings settings, User user) {
        Optional<String> code = devices.mayAsk(user) ? codes.issue(flow.plan(), "email", settings.tokenExpiry().duration()) : Optional.empty();
        code.ifPresent(issued -> letters.send(settings, user, codes.destination(flow.plan()).orElseThrow(), issued));
        return code.isPresent();
    }

    @Override
    public StageResult submit(FlowContext flow, AuthenticatorEmailStageSettings settings, Answer answer) {
        Optional<User> user = ProvenUser.of(flow);
        if (user.isEmpty()) {
            return StageResult.deny("");
        }
        if (codes.destination(flow.plan()).isEmpty()) {
            return address(flow, settings, user.get(), answer.email());
        }
        if (answer.code() == null) {
            return send(flow, settings, user.get()) ? show(flow) : StageResult.invalid("code", SetupSentences.WAIT);
        }
        return answer.code().isBlank() ? StageResult.invalid("code", SetupSentences.REQUIRED) : confirm(flow, settings, user.get(), answer.code());
    }

    private StageResult address(FlowContext flow, AuthenticatorEmailStageSettings settings, User user, String typed) {
        Optional<String> address = MailAddress.parse(typed);
        // The account may have got an address meanwhile: then its codes go there.
        if (address.isEmpty() || MailAddress.parse(user.getEmail()).isPresent()) {
            return StageResult.invalid("email", typed == null || typed.isBlank() ? SetupSentences.REQUIRED : "Enter a valid email address.");
        }
        if (devices.exists(user, address.get())) {
            return StageResult.invalid("email", KNOWN);
        }
        codes.address(flow.plan(), address.get());
        if (send(flow, settings, user)) {
            return show(flow);
        }
        codes.forget(flow.plan());
        return StageResult.invalid("email", SetupSentences.WAIT);
    }

    private StageResult confirm(FlowContext flow, AuthenticatorEmailStageSettings settings, User user, String code) {
        String to = codes.destination(flow.plan()).orElseThrow();
        SetupCodes.Verdict verdict = codes.check(flow.plan(), code);
        if (verdict != SetupCodes.Verdict.RIGHT) {
            return SetupSentences.refusal(verdict);
        }
        if (devices.exists(user, to)) {
            return StageResult.deny(KNOWN);
        }
        devices.enrol(flow, user, to, settings.friendlyName());
        return StageResult.next();
    }
}
