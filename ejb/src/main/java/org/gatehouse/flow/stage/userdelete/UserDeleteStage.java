package org.gatehouse.flow.stage.userdelete;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.gatehouse.directory.AccountRemoval;
import org.gatehouse.flow.ContextKeys;
import org.gatehouse.flow.ContinueChallenge;
import org.gatehouse.flow.FlowContext;
import org.gatehouse.flow.NoAnswer;
import org.gatehouse.flow.ProvenUser;
import org.gatehouse.flow.StageResult;
import org.gatehouse.flow.StageType;
import org.gatehouse.model.directory.User;
import org.gatehouse.type.Family;
import org.gatehouse.type.ObjectType;

/**
 * Deletes the pending user's account and logs the browser out. It asks only if no stage right before it has: a link that somebody is
 * led to must not delete anything.
 */
@ApplicationScoped
@ObjectType(family = Family.STAGE, name = "user_delete", model = "authentik_stages_user_delete.userdeletestage",
        component = "ak-stage-user-delete-form")
public class UserDeleteStage implements StageType<UserDeleteStage.Settings, NoAnswer> {

    private static final String NOBODY = "Please log in before you delete an account.";
    private static final String PROGRAM = "The accounts of programs cannot be deleted here.";

    @Inject
    private AccountRemoval removal;

    /** Nothing to set. */
    public record Settings() {
    }

    @Override
    public StageResult begin(FlowContext flow, Settings settings) {
        Optional<User> user = ProvenUser.of(flow);
        if (user.isEmpty()) {
            return StageResult.deny(NOBODY);
        }
        if (user.get().getType().isProgram()) {
            return StageResult.deny(PROGRAM);
        }
        return flow.answered() ? delete(flow, user.get()) : StageResult.show(new ContinueChallenge("Delete account"));
    }

    @Override
    public StageResult submit(FlowContext flow, Settings settings, NoAnswer answer) {
        return begin(flow, settings);
    }

    private StageResult delete(FlowContext flow, User user) {
        boolean own = flow.session().filter(session -> session.userId() == user.getId()).isPresent();
        removal.remove(user);
        flow.plan().remove(ContextKeys.PENDING_USER);
        flow.plan().remove(ContextKeys.CREATED_USER);
        flow.plan().remove(ContextKeys.AUTH_METHOD);
        if (own) {
            flow.sessionEnded();
        }
        return StageResult.next();
    }
}
