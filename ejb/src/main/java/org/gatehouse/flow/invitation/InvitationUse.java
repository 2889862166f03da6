package org.gatehouse.flow.invitation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.event.EventAction;
import org.gatehouse.event.EventDraft;
import org.gatehouse.event.Events;
import org.gatehouse.flow.ContextKey;
import org.gatehouse.flow.ContextKeys;
import org.gatehouse.flow.FlowContext;
import org.gatehouse.model.directory.GroupRepository;
import org.gatehouse.model.directory.User;
import org.gatehouse.model.invitation.Invitation;
import org.gatehouse.model.invitation.InvitationRepository;

/** Says which invitations count, and uses them up. */
@ApplicationScoped
public class InvitationUse {

    private static final ContextKey<Boolean> REDEEMED = ContextKey.flag("invitation.redeemed");

    @Inject
    private InvitationRepository invitations;

    @Inject
    private GroupRepository groups;

    @Inject
    private Events events;

    @Inject
    private Clock clock;

    /**
     * The invitation, if it counts now: it exists, has not expired whether or not a clean-up has run, and whoever made it may still
     * make one (an invitation never gives more than its maker has).
     */
    public Optional<Invitation> find(UUID id) {
        return invitations.find(id).filter(found -> !found.isExpired(clock.instant())).filter(this::isBacked);
    }

    private boolean isBacked(Invitation invitation) {
        User maker = invitation.getCreatedBy();
        return maker == null || maker.isActive() && groups.isSuperuser(maker.getId());
    }

    /**
     * Uses the invitation of a flow; called right before what it was given for happens, in the same transaction. Does nothing in a
     * flow without one, and in one that has done so before.
     *
     * @return false when the invitation does not count any more; the caller refuses the flow then
     */
    public boolean redeem(FlowContext flow) {
        Optional<String> id = flow.plan().get(ContextKeys.INVITATION);
        if (id.isEmpty() || flow.plan().has(REDEEMED)) {
            return true;
        }
        Optional<Invitation> invitation = find(UUID.fromString(id.get()))
                .filter(found -> !found.isSingleUse() || invitations.redeem(found.getId(), clock.instant()));
        invitation.ifPresent(found -> {
            flow.plan().put(REDEEMED, true);
            events.recordWithin(EventDraft.of(EventAction.INVITATION_USED, "stages.invitation", flow.actor())
                    .with("invitation", found.getId().toString()).with("name", found.getName()).with("flow", flow.flowSlug()));
        });
        return invitation.isPresent();
    }
}
