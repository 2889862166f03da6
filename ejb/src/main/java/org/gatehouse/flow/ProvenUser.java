package org.gatehouse.flow;

import java.util.Optional;
import org.gatehouse.model.directory.User;

/**
 * The user a flow is about, if it is certain that the browser is theirs. Naming somebody proves nothing, and neither does being put
 * into a plan by whoever started it: a stage that changes or deletes an account, or gives it a device, asks here, so that a flow
 * whose author forgot the password stage gives no account away.
 */
public final class ProvenUser {

    private ProvenUser() {
    }

    /**
     * The pending user, if this flow has made the account, a link that was sent to this very user led here, or the account is active
     * and its user is logged in with this browser or has authenticated in this plan.
     */
    public static Optional<User> of(FlowContext flow) {
        return flow.pendingUser().filter(user -> isTheirs(flow.plan(), user) || user.isActive() && hasAuthenticated(flow, user));
    }

    /** A new or recovered account may be inactive: what is written waits for somebody to activate it. */
    private static boolean isTheirs(PlanContext plan, User user) {
        return plan.get(ContextKeys.CREATED_USER).filter(user.getId()::equals).isPresent()
                || plan.get(ContextKeys.IS_RESTORED).orElse(false)
                && plan.get(ContextKeys.RESTORED_USER).filter(user.getId()::equals).isPresent();
    }

    private static boolean hasAuthenticated(FlowContext flow, User user) {
        // Who acts as somebody else does not become them: passwords, devices and the account itself stay the user's own affair.
        return flow.session().filter(session -> session.userId() == user.getId() && session.impersonator().isEmpty()).isPresent()
                || !flow.plan().get(ContextKeys.AUTH_METHOD).orElse("").isEmpty();
    }
}
