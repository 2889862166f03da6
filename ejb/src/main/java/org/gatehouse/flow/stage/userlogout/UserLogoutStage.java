package org.gatehouse.flow.stage.userlogout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import org.gatehouse.event.EventAction;
import org.gatehouse.event.EventDraft;
import org.gatehouse.event.Events;
import org.gatehouse.flow.FlowContext;
import org.gatehouse.flow.LoggingOut;
import org.gatehouse.flow.NoAnswer;
import org.gatehouse.flow.StageResult;
import org.gatehouse.flow.StageType;
import org.gatehouse.session.LiveSession;
import org.gatehouse.session.Sessions;
import org.gatehouse.type.Family;
import org.gatehouse.type.ObjectType;

/** Ends the login of this browser on every node. */
@ApplicationScoped
@ObjectType(family = Family.STAGE, name = "user_logout", model = "authentik_stages_user_logout.userlogoutstage",
        component = "ak-stage-user-logout-form")
public class UserLogoutStage implements StageType<UserLogoutStage.Settings, NoAnswer> {

    @Inject
    private Sessions sessions;

    @Inject
    private Events events;

    @Inject
    private Event<LoggingOut> loggingOut;

    /** Nothing to set. */
    public record Settings() {
    }

    @Override
    public StageResult begin(FlowContext flow, Settings settings) {
        flow.session().ifPresent(session -> logOut(flow, session));
        return StageResult.next();
    }

    private void logOut(FlowContext flow, LiveSession session) {
        events.recordWithin(EventDraft.of(EventAction.LOGOUT, "stages.user_logout", flow.actor()));
        loggingOut.fire(new LoggingOut(flow, session));
        sessions.logOut(session.id());
        flow.sessionEnded();
    }
}
