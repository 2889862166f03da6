package org.gatehouse.authenticator;

import java.util.Optional;
import org.gatehouse.flow.ContextKeys;
import org.gatehouse.flow.FlowContext;
import org.gatehouse.model.directory.User;

/**
 * Whose devices a flow may set up. Whoever only typed a name, and has proved nothing yet, must not give that account a device of
 * their own.
 */
public final class ProvenUser {

    private ProvenUser() {
    }

    /** The active user that the flow is about, unless that is a mere claim. */
    public static Optional<User> of(FlowContext flow) {
        return flow.pendingUser().filter(User::isActive).filter(user -> isProven(flow, user));
    }

    private static boolean isProven(FlowContext flow, User user) {
        return !flow.plan().has(ContextKeys.PENDING_USER_IDENTIFIER)
                || flow.plan().has(ContextKeys.AUTH_METHOD)
                || flow.plan().has(ContextKeys.IS_RESTORED)
                || flow.session().filter(session -> session.userId() == user.getId()).isPresent();
    }
}
