package org.gatehouse.flow.stage.email;

import java.util.Optional;
import org.gatehouse.flow.ContextKey;
import org.gatehouse.flow.ContextKeys;
import org.gatehouse.flow.FlowContext;
import org.gatehouse.mail.MailAddress;
import org.gatehouse.model.directory.User;

/**
 * Who is to get the link.
 *
 * @param user the account; empty for a name that nobody has
 * @param address where the letter goes; empty when there is no account or it has no usable address
 * @param typed what was typed to find the account; empty when the account is known otherwise
 */
record EmailRecipient(Optional<User> user, Optional<String> address, Optional<String> typed) {

    /** The contract's key for an address other than the account's; only policies and other stages can set it. */
    static final ContextKey<String> OVERRIDE = ContextKey.text("email");

    static EmailRecipient of(FlowContext flow) {
        Optional<User> user = flow.pendingUser();
        Optional<String> address = user.map(found -> flow.plan().get(OVERRIDE).orElse(found.getEmail())).flatMap(MailAddress::parse);
        return new EmailRecipient(user, address, flow.plan().get(ContextKeys.PENDING_USER_IDENTIFIER));
    }

    /** Whether the flow is about nobody at all. */
    boolean isNobody() {
        return user.isEmpty() && typed.isEmpty();
    }

    /** Whether the account is known for certain, so that saying something about it tells nothing new. */
    boolean isCertain() {
        return typed.isEmpty();
    }
}
