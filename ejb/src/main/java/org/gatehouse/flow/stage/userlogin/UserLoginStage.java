package org.gatehouse.flow.stage.userlogin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.Optional;
import org.gatehouse.access.Actor;
import org.gatehouse.event.EventAction;
import org.gatehouse.event.EventDraft;
import org.gatehouse.event.Events;
import org.gatehouse.flow.Challenge;
import org.gatehouse.flow.ContextKeys;
import org.gatehouse.flow.FlowContext;
import org.gatehouse.flow.ProvenUser;
import org.gatehouse.flow.ShownUser;
import org.gatehouse.flow.StageResult;
import org.gatehouse.flow.StageType;
import org.gatehouse.flow.invitation.InvitationUse;
import org.gatehouse.session.AdmittedUser;
import org.gatehouse.session.KnownDevices;
import org.gatehouse.session.LoginGate;
import org.gatehouse.session.LoginProof;
import org.gatehouse.session.LoginRefused;
import org.gatehouse.session.OpenedSession;
import org.gatehouse.session.Sessions;
import org.gatehouse.type.Family;
import org.gatehouse.type.ObjectType;

/**
 * Logs the pending user in. Which stages have to come before is for the flow's author to decide (a flow behind a mailed link
 * needs no password); what this stage insists on is that an earlier stage of this very plan has said who the user is, that
 * something has proved it ({@link ProvenUser}: a flow whose author forgot the password stage, or whose policy passes over it, lets
 * nobody in by a name alone), and that the {@link LoginGate} admits that user now.
 */
@ApplicationScoped
@ObjectType(family = Family.STAGE, name = "user_login", model = "authentik_stages_user_login.userloginstage",
        component = "ak-stage-user-login-form")
public class UserLoginStage implements StageType<UserLoginStageSettings, UserLoginStage.Answer> {

    private static final String INVITATION_GONE = "This invitation has been used or has expired.";

    @Inject
    private LoginGate gate;

    @Inject
    private InvitationUse invitations;

    @Inject
    private KnownDevices devices;

    @Inject
    private Sessions sessions;

    @Inject
    private Events events;

    /** @param rememberMe whether the login is to outlive the browser */
    public record Answer(@NotNull Boolean rememberMe) {
    }

    /** {@code ak-stage-user-login}. */
    public record Ask(String pendingUser, String pendingUserAvatar) implements Challenge {

        @Override
        public String component() {
            return "ak-stage-user-login";
        }
    }

    @Override
    public StageResult begin(FlowContext flow, UserLoginStageSettings settings) {
        if (settings.rememberMeOffset().isZero() || !flow.plan().has(ContextKeys.PENDING_USER)) {
            return logIn(flow, settings, settings.sessionDuration().duration());
        }
        ShownUser user = ShownUser.of(flow);
        return StageResult.show(new Ask(user.name(), user.avatar()));
    }

    @Override
    public StageResult submit(FlowContext flow, UserLoginStageSettings settings, Answer answer) {
        Duration duration = settings.sessionDuration().duration();
        return logIn(flow, settings, answer.rememberMe() ? duration.plus(settings.rememberMeOffset().duration()) : duration);
    }

    private StageResult logIn(FlowContext flow, UserLoginStageSettings settings, Duration lifetime) {
        Optional<Long> pending = flow.plan().get(ContextKeys.PENDING_USER);
        if (pending.isEmpty()) {
            return StageResult.deny("");
        }
        try {
            return logIn(flow, settings, gate.admit(pending.get()), lifetime);
        } catch (LoginRefused refused) {
            return refuse(flow, refused.reason().name());
        }
    }

    private StageResult logIn(FlowContext flow, UserLoginStageSettings settings, AdmittedUser user, Duration lifetime) {
        if (ProvenUser.of(flow).isEmpty()) {
            return refuse(flow, "nothing in the flow has proved who the user is");
        }
        if (!invitations.redeem(flow)) {
            return StageResult.deny(INVITATION_GONE);
        }
        open(flow, settings, user, lifetime);
        return StageResult.next();
    }

    private StageResult refuse(FlowContext flow, String reason) {
        events.recordWithin(EventDraft.of(EventAction.LOGIN_FAILED, "stages.user_login", flow.actor())
                .with("username", flow.plan().get(ContextKeys.PENDING_USER_IDENTIFIER).orElse(""))
                .with("reason", reason));
        return StageResult.deny("");
    }

    private void open(FlowContext flow, UserLoginStageSettings settings, AdmittedUser user, Duration lifetime) {
        LoginProof proof = LoginMethods.proof(flow);
        // The login this browser had until now must not stay usable under its old key.
        flow.session().ifPresent(old -> sessions.end(old.id()));
        String method = flow.plan().get(ContextKeys.AUTH_METHOD).orElse("");
        OpenedSession opened = sessions.open(user, lifetime, proof, settings.bound());
        if (settings.terminateOtherSessions()) {
            sessions.endAll(user.user().getId(), Optional.of(opened.session().id()));
        }
        if (!settings.rememberDevice().isZero()) {
            devices.remember(user.user(), settings.rememberDevice().duration());
        }
        flow.sessionOpened(opened);
        events.recordWithin(EventDraft.of(EventAction.LOGIN, "stages.user_login", Actor.of(user.user(), false))
                .with("auth_method", method).with("flow", flow.flowSlug())
                .with("auth_method_args", flow.plan().get(ContextKeys.AUTH_METHOD_ARGS).orElse(JsonValue.EMPTY_JSON_OBJECT)));
    }
}
