package org.gatehouse.flow.stage.email;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.gatehouse.access.Actor;
import org.gatehouse.directory.Accounts;
import org.gatehouse.event.EventAction;
import org.gatehouse.event.EventDraft;
import org.gatehouse.event.Events;
import org.gatehouse.flow.FlowContext;
import org.gatehouse.flow.FlowLinks;
import org.gatehouse.model.directory.User;

/** What a link that has come back shows: that somebody reads the mail of the address it went to. */
@ApplicationScoped
public class EmailConfirmation {

    @Inject
    private Accounts accounts;

    @Inject
    private FlowLinks links;

    @Inject
    private Events events;

    /** @return whether the flow may go on: there still is the account, and it still has the address the link went to */
    boolean accept(FlowContext flow, boolean activate) {
        Optional<User> user = flow.pendingUser();
        Optional<String> to = flow.plan().get(EmailLinkSender.TO);
        if (user.isEmpty() || to.isEmpty()) {
            return false;
        }
        boolean own = to.get().equals(user.get().getEmail());
        if (!own && !to.equals(flow.plan().get(EmailRecipient.OVERRIDE))) {
            return false;
        }
        if (own) {
            accounts.confirmEmail(user.get());
        }
        if (activate && awaitsActivation(user.get())) {
            activate(user.get(), to.get());
        }
        // The letters that were sent besides are good for nothing any more.
        links.revokeAll(user.get().getId());
        return true;
    }

    /** An account in which somebody was logged in before was disabled by somebody else: its owner's mail does not undo that. */
    private static boolean awaitsActivation(User user) {
        return !user.isActive() && user.getLastLogin() == null;
    }

    private void activate(User user, String address) {
        user.setActive(true);
        events.recordWithin(EventDraft.of(EventAction.USER_WRITE, "stages.email", Actor.of(user, false))
                .with("message", "Account activated by a link sent by email").with("email", address));
    }
}
