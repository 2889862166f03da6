package org.gatehouse.flow.stage.accountlockdown;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.access.Actor;
import org.gatehouse.access.GrantLimits;
import org.gatehouse.access.Permission;
import org.gatehouse.access.Permissions;
import org.gatehouse.brand.Brands;
import org.gatehouse.flow.ContextKeys;
import org.gatehouse.flow.FlowLauncher;
import org.gatehouse.flow.FlowStart;
import org.gatehouse.flow.PlanContext;
import org.gatehouse.model.directory.User;
import org.gatehouse.model.directory.UserRepository;
import org.gatehouse.model.directory.UserType;
import org.gatehouse.type.FieldProblems;
import org.gatehouse.type.InvalidInput;

/** Starts the brand's lockdown flow about one account, for the browser of whoever asks for it. */
@Stateless
public class LockdownStart {

    @Inject
    private Permissions permissions;

    @Inject
    private UserRepository users;

    @Inject
    private Brands brands;

    @Inject
    private FlowLauncher launcher;

    @Inject
    private GrantLimits limits;

    /**
     * Notes the flow.
     *
     * @param userId whose account; empty for the actor's own
     * @param browserKey the browser that will run it
     * @return the path of its page
     * @throws org.gatehouse.access.AccessDenied when the account is another's and the actor may not manage
     * @throws InvalidInput when there is no such account, or the brand has no lockdown flow
     */
    public String start(Actor actor, Optional<Long> userId, String browserKey) {
        Long id = userId.orElse(actor.userId());
        if (id == null) {
            throw new InvalidInput("user", "This field is required.");
        }
        permissions.requireSelfOr(actor, id, Permission.change("authentik_core.user"));
        limits.requireAccount(actor, id);
        User user = users.find(id).filter(found -> found.getType() != UserType.INTERNAL_SERVICE_ACCOUNT)
                .orElseThrow(() -> new InvalidInput("user", FieldProblems.missing(id)));
        UUID flow = Optional.ofNullable(brands.current().getFlowLockdownId())
                .orElseThrow(() -> new InvalidInput(FieldProblems.GENERAL, "No lockdown flow is configured."));
        return launcher.start(browserKey, new FlowStart(flow, new PlanContext().put(ContextKeys.PENDING_USER, user.getId()), List.of()));
    }
}
