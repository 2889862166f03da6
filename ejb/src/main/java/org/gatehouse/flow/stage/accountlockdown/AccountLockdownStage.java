package org.gatehouse.flow.stage.accountlockdown;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.Optional;
import org.gatehouse.access.Actor;
import org.gatehouse.access.Permission;
import org.gatehouse.access.Permissions;
import org.gatehouse.directory.AccountLockdown;
import org.gatehouse.event.EventAction;
import org.gatehouse.event.EventDraft;
import org.gatehouse.event.Events;
import org.gatehouse.flow.ContextKeys;
import org.gatehouse.flow.ContinueChallenge;
import org.gatehouse.flow.FlowContext;
import org.gatehouse.flow.NoAnswer;
import org.gatehouse.flow.PlanContext;
import org.gatehouse.flow.StageResult;
import org.gatehouse.flow.StageType;
import org.gatehouse.model.directory.User;
import org.gatehouse.model.directory.UserType;
import org.gatehouse.model.flow.AuthenticationRequirement;
import org.gatehouse.model.flow.FlowRepository;
import org.gatehouse.type.Family;
import org.gatehouse.type.FieldProblems;
import org.gatehouse.type.ObjectType;

/** Locks the pending user's account. */
@ApplicationScoped
@ObjectType(family = Family.STAGE, name = "account_lockdown", model = "authentik_stages_account_lockdown.accountlockdownstage",
        component = "ak-stage-account-lockdown-form")
public class AccountLockdownStage implements StageType<AccountLockdownSettings, NoAnswer> {

    private static final String NOT_ALLOWED = "You cannot lock this account.";
    private static final int LONGEST_REASON = 1_000;

    @Inject
    private AccountLockdown lockdown;

    @Inject
    private FlowRepository flows;

    @Inject
    private Events events;

    @Inject
    private Permissions permissions;

    @Override
    public void check(AccountLockdownSettings settings, FieldProblems problems) {
        if (settings.selfServiceCompletionFlow() != null && flows.find(settings.selfServiceCompletionFlow().id())
                .filter(flow -> flow.getAuthentication() == AuthenticationRequirement.REQUIRE_AUTHENTICATED
                        || flow.getAuthentication() == AuthenticationRequirement.REQUIRE_SUPERUSER).isPresent()) {
            problems.add("self_service_completion_flow", "Nobody is logged in any more in this flow, so it must not require that.");
        }
    }

    @Override
    public StageResult begin(FlowContext flow, AccountLockdownSettings settings) {
        Actor actor = flow.actor();
        Optional<User> target = flow.pendingUser().filter(user -> user.getType() != UserType.INTERNAL_SERVICE_ACCOUNT)
                .filter(user -> actor.is(user) || permissions.has(actor, Permission.change("authentik_core.user"), user.getId().toString()));
        if (target.isEmpty()) {
            return StageResult.deny(NOT_ALLOWED);
        }
        // Whoever was led here by a link has not asked for anything yet, unlike who has begun the flow through the API.
        return flow.answered() || flow.plan().has(ContextKeys.PENDING_USER) ? lock(flow, settings, actor, target.get())
                : StageResult.show(new ContinueChallenge("Lock account"));
    }

    @Override
    public StageResult submit(FlowContext flow, AccountLockdownSettings settings, NoAnswer answer) {
        return begin(flow, settings);
    }

    private StageResult lock(FlowContext flow, AccountLockdownSettings settings, Actor actor, User user) {
        lockdown.lock(user, new AccountLockdown.Measures(settings.deactivateUser(), settings.setUnusablePassword(), settings.deleteSessions(),
                settings.revokeTokens()));
        record(flow, actor, user);
        return actor.is(user) && (settings.deleteSessions() || settings.deactivateUser()) ? complete(flow, settings) : StageResult.next();
    }

    /** Who has locked their own account is logged out, so what comes now must not need a login. */
    private static StageResult complete(FlowContext flow, AccountLockdownSettings settings) {
        flow.sessionEnded();
        if (settings.selfServiceCompletionFlow() == null) {
            return StageResult.next();
        }
        PlanContext context = new PlanContext().put(ContextKeys.IS_REDIRECTED, true);
        return StageResult.leave(flow.continueIn(settings.selfServiceCompletionFlow().id(), context));
    }

    private void record(FlowContext flow, Actor actor, User user) {
        JsonObject about = Json.createObjectBuilder().add("pk", user.getId()).add("username", user.getUsername()).build();
        events.recordWithin(EventDraft.of(EventAction.USER_WRITE, "stages.account_lockdown", actor)
                .with("action_id", "account_lockdown").with("user", about).with("reason", reason(flow)).with("flow", flow.flowSlug()));
    }

    private static String reason(FlowContext flow) {
        String reason = flow.plan().get(ContextKeys.LOCKDOWN_REASON)
                .or(() -> flow.plan().get(ContextKeys.PROMPT_DATA).map(data -> data.get(ContextKeys.LOCKDOWN_REASON.name()))
                        .filter(JsonString.class::isInstance).map(json -> ((JsonString) json).getString())).orElse("");
        return reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) : reason;
    }
}
