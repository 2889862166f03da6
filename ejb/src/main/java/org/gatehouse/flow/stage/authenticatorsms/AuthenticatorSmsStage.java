package org.gatehouse.flow.stage.authenticatorsms;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.Optional;
import org.gatehouse.flow.Challenge;
import org.gatehouse.flow.FlowContext;
import org.gatehouse.flow.ProvenUser;
import org.gatehouse.flow.ShownUser;
import org.gatehouse.flow.StageResult;
import org.gatehouse.flow.StageType;
import org.gatehouse.flow.code.SetupCodes;
import org.gatehouse.flow.code.SetupSentences;
import org.gatehouse.flow.stage.authenticatorsms.AuthenticatorSmsStageSettings.Provider;
import org.gatehouse.model.directory.User;
import org.gatehouse.type.Family;
import org.gatehouse.type.FieldProblems;
import org.gatehouse.type.ObjectType;
import org.gatehouse.url.StrictUrl;

/** Sets a telephone number up for codes. An answer without anything asks for another code. */
@ApplicationScoped
@ObjectType(family = Family.STAGE, name = AuthenticatorSmsStage.NAME, path = "authenticator/sms",
        model = "authentik_stages_authenticator_sms.authenticatorsmsstage", component = "ak-stage-authenticator-sms-form")
public class AuthenticatorSmsStage implements StageType<AuthenticatorSmsStageSettings, AuthenticatorSmsStage.Answer> {

    static final String NAME = "authenticator_sms";

    /** How long a code can be used. */
    static final Duration VALIDITY = Duration.ofMinutes(10);

    private static final String KNOWN = "This number is in use already.";
    private static final String NOT_SENT = "The message could not be sent. Please check the number.";

    @Inject
    private SetupCodes codes;

    @Inject
    private SmsGateway gateway;

    @Inject
    private SmsDevices devices;

    /**
     * @param code what came by text message
     * @param phoneNumber where it is to be sent
     */
    public record Answer(@Size(max = 32) String code, @Size(max = 40) String phoneNumber) {

        @Override
        public String toString() {
            return "Answer[]";
        }
    }

    /** {@code ak-stage-authenticator-sms}. */
    public record Ask(String pendingUser, String pendingUserAvatar, boolean phoneNumberRequired) implements Challenge {

        @Override
        public String component() {
            return "ak-stage-authenticator-sms";
        }
    }

    @Override
    public void check(AuthenticatorSmsStageSettings settings, FieldProblems problems) {
        if (settings.provider() == Provider.GENERIC && StrictUrl.parse(settings.accountSid()).filter(StrictUrl::isWeb).isEmpty()) {
            problems.add("account_sid", "Enter the URL of the gateway.");
        }
    }

    @Override
    public StageResult begin(FlowContext flow, AuthenticatorSmsStageSettings settings) {
        return ProvenUser.of(flow).isEmpty() ? StageResult.deny("") : show(flow);
    }

    private StageResult show(FlowContext flow) {
        ShownUser user = ShownUser.of(flow);
        return StageResult.show(new Ask(user.name(), user.avatar(), codes.destination(flow.plan()).isEmpty()));
    }

    @Override
    public StageResult submit(FlowContext flow, AuthenticatorSmsStageSettings settings, Answer answer) {
        Optional<User> user = ProvenUser.of(flow);
        if (user.isEmpty()) {
            return StageResult.deny("");
        }
        // A number can be corrected: the code that went to the wrong one is dead then.
        if (answer.phoneNumber() != null) {
            return number(flow, settings, user.get(), answer.phoneNumber());
        }
        if (codes.destination(flow.plan()).isEmpty()) {
            return StageResult.invalid("phone_number", SetupSentences.REQUIRED);
        }
        if (answer.code() == null) {
            return send(flow, settings, user.get()).map(problem -> StageResult.invalid("code", problem)).orElseGet(() -> show(flow));
        }
        return answer.code().isBlank() ? StageResult.invalid("code", SetupSentences.REQUIRED) : confirm(flow, settings, user.get(), answer.code());
    }

    private StageResult number(FlowContext flow, AuthenticatorSmsStageSettings settings, User user, String typed) {
        Optional<String> number = PhoneNumber.parse(typed);
        if (number.isEmpty()) {
            return StageResult.invalid("phone_number", typed.isBlank() ? SetupSentences.REQUIRED
                    : "Enter the number with its country code, such as +49 30 123456.");
        }
        codes.address(flow.plan(), number.get());
        Optional<String> problem = send(flow, settings, user);
        problem.ifPresent(sentence -> codes.forget(flow.plan()));
        return problem.map(sentence -> StageResult.invalid("phone_number", sentence)).orElseGet(() -> show(flow));
    }

    /** @return what went wrong; empty when a code is on its way */
    private Optional<String> send(FlowContext flow, AuthenticatorSmsStageSettings settings, User user) {
        // So many messages per person as well: each costs the installation money, to whatever number.
        Optional<String> code = devices.mayAsk(user) ? codes.issue(flow.plan(), "sms", VALIDITY) : Optional.empty();
        if (code.isEmpty()) {
            return Optional.of(SetupSentences.WAIT);
        }
        String number = codes.destination(flow.plan()).orElseThrow();
        return gateway.send(settings, user, number, code.get()) ? Optional.empty() : Optional.of(NOT_SENT);
    }

    private StageResult confirm(FlowContext flow, AuthenticatorSmsStageSettings settings, User user, String code) {
        String number = codes.destination(flow.plan()).orElseThrow();
        SetupCodes.Verdict verdict = codes.check(flow.plan(), code);
        if (verdict != SetupCodes.Verdict.RIGHT) {
            return SetupSentences.refusal(verdict);
        }
        // Said only to who has the telephone: otherwise anybody could ask whose numbers are known here.
        return devices.enrol(flow, user, number, settings) ? StageResult.next() : StageResult.deny(KNOWN);
    }
}
