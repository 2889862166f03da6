package org.gatehouse.flow;

import org.gatehouse.directory.Avatar;
import org.gatehouse.model.directory.User;

/**
 * The user as a challenge shows it. Before anybody has authenticated this is only what was typed: otherwise the page would
 * tell which names exist.
 *
 * @param name for {@code pending_user}
 * @param avatar for {@code pending_user_avatar}: an image as a {@code data:} URL
 */
public record ShownUser(String name, String avatar) {

    public static ShownUser of(FlowContext flow) {
        boolean known = flow.plan().has(ContextKeys.AUTH_METHOD) || isOwn(flow)
                || flow.plan().get(ContextKeys.SHOW_MATCHED_USER).orElse(false);
        String typed = flow.plan().get(ContextKeys.PENDING_USER_IDENTIFIER).orElse("");
        String name = known || typed.isEmpty() ? flow.pendingUser().map(User::getUsername).orElse(typed) : typed;
        return new ShownUser(name, Avatar.ofName(name));
    }

    /** Who is logged in learns no more of others than who is not. */
    private static boolean isOwn(FlowContext flow) {
        return flow.session().flatMap(session -> flow.pendingUser().filter(user -> session.userId() == user.getId())).isPresent();
    }
}
