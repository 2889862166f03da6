package org.gatehouse.flow;

import java.util.Optional;
import org.gatehouse.model.directory.User;

/**
 * The user a flow is about, if it is certain that the browser is theirs. Naming somebody proves nothing: a stage that changes or
 * deletes an account asks here, so that a flow whose author forgot the password stage gives no account away.
 */
public final class ProvenUser {

    private ProvenUser() {
    }

    /**
     * The pending user, if they are logged in, or have authenticated in this flow, came by a link that was sent to them or through a
     * source, or have been made by this flow.
     */
    public static Optional<User> of(FlowContext flow) {
        return flow.pendingUser().filter(user -> isProven(flow, user));
    }

    private static boolean isProven(FlowContext flow, User user) {
        PlanContext plan = flow.plan();
        return flow.actor().is(user)
                || plan.get(ContextKeys.CREATED_USER).filter(user.getId()::equals).isPresent()
                || !plan.get(ContextKeys.AUTH_METHOD).orElse("").isEmpty()
                || plan.get(ContextKeys.IS_RESTORED).orElse(false)
                || plan.get(ContextKeys.IS_SSO).orElse(false);
    }
}
