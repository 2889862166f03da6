package org.gatehouse.command;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.access.Actor;
import org.gatehouse.brand.Brands;
import org.gatehouse.event.EventAction;
import org.gatehouse.event.EventDraft;
import org.gatehouse.event.Events;
import org.gatehouse.flow.ContextKeys;
import org.gatehouse.flow.FlowCatalog;
import org.gatehouse.flow.FlowDefinition;
import org.gatehouse.flow.FlowLauncher;
import org.gatehouse.flow.FlowStart;
import org.gatehouse.flow.PlanContext;
import org.gatehouse.mail.PublicAddress;
import org.gatehouse.model.directory.User;
import org.gatehouse.model.directory.UserRepository;

/** Makes a link with which somebody sets a new password, for when nobody can log in any more. */
@Stateless
public class RecoveryLinkCommand implements LocalCommand {

    private static final String FLOW = "default-operator-recovery";
    private static final int MOST_MINUTES = 60 * 24;

    @Inject
    private UserRepository users;

    @Inject
    private Brands brands;

    @Inject
    private FlowCatalog catalog;

    @Inject
    private FlowLauncher launcher;

    @Inject
    private PublicAddress address;

    @Inject
    private Events events;

    @Override
    public String name() {
        return "create-admin-recovery-link";
    }

    @Override
    public String usage() {
        return "[USERNAME] [--minutes N]\n  Prints a link with which the user (akadmin) sets a new password. It works once, for N minutes (30).";
    }

    @Override
    public String run(CommandCall call) {
        int minutes = minutes(call.allowing("minutes").option("minutes").orElse("30"));
        String username = call.words().isEmpty() ? "akadmin" : call.words().get(0);
        User user = users.findByUsername(username).orElseThrow(() -> new CommandRefused("There is no user '" + username + "'."));
        if (!user.isActive()) {
            throw new CommandRefused("The account '" + username + "' is disabled: it could not log in with a new password either.");
        }
        PlanContext context = new PlanContext().put(ContextKeys.PENDING_USER, user.getId());
        String path = launcher.link(new FlowStart(flow(), context, List.of()), Duration.ofMinutes(minutes)).path();
        events.recordWithin(EventDraft.of(EventAction.SECRET_VIEW, "command", Actor.ofSystem()).with("secret", "recovery link")
                .with("username", username));
        return address.base().orElse("") + path;
    }

    /** The flow that is made for this, which mails nothing and asks no second factor; else that of the default brand. */
    private UUID flow() {
        return catalog.find(FLOW).map(FlowDefinition::id)
                .or(() -> Optional.ofNullable(brands.current("").getFlowRecoveryId()))
                .orElseThrow(() -> new CommandRefused("There is neither the flow " + FLOW + " nor a recovery flow of the default brand."));
    }

    private static int minutes(String text) {
        if (!text.matches("\\d{1,4}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > MOST_MINUTES) {
            throw new CommandRefused("Give 1 to " + MOST_MINUTES + " minutes.");
        }
        return Integer.parseInt(text);
    }
}
