package org.gatehouse.event.chain;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.access.Actor;
import org.gatehouse.access.Permission;
import org.gatehouse.access.Permissions;
import org.gatehouse.event.EventModel;
import org.gatehouse.event.chain.AuditReport.Fault;
import org.gatehouse.event.chain.AuditReport.Kind;
import org.gatehouse.model.event.AuditEvent;
import org.gatehouse.model.event.chain.ChainEnds;
import org.gatehouse.model.event.chain.EventChainTable;
import org.gatehouse.model.event.chain.EventLink;
import org.gatehouse.model.event.chain.LinkedEvent;

/**
 * Finds out whether the audit log is what was written: reads all links and events in their order, a page at a time and without a
 * transaction that would last for all of it, and stops at the first place that does not fit.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AuditVerification {

    private static final int PAGE = 1000;

    @Inject
    private EventChainTable chain;

    @Inject
    private EventVouchers vouchers;

    @Inject
    private Permissions permissions;

    @Inject
    private Clock clock;

    /**
     * Verifies the whole log; takes some seconds for a hundred thousand events.
     *
     * @param anchor a link that was noted down earlier, which has to be there still
     * @throws org.gatehouse.access.AccessDenied when the actor may not see events
     */
    public AuditReport verify(Actor actor, Optional<AuditAnchor> anchor) {
        permissions.require(actor, Permission.view(EventModel.NAME));
        AuditReport report = verify(anchor);
        // Links whose events have run out may have been taken away while their neighbours were read.
        return report.fault().isPresent() && chain.read().baseSeq() >= report.firstSeq() ? verify(anchor) : report;
    }

    private AuditReport verify(Optional<AuditAnchor> anchor) {
        ChainEnds ends = chain.read();
        ChainWalk walk = new ChainWalk(ends, anchor);
        Optional<Fault> fault = vouchers.vouches(ends) ? read(walk, ends) : Optional.of(new Fault(Kind.ENDS_FORGED, ends.lastSeq(), Optional.empty()));
        return new AuditReport(walk.checked(), chain.countUnsealed(), ends.baseSeq() + 1, ends.lastSeq(), ends.lastHash(), fault);
    }

    private Optional<Fault> read(ChainWalk walk, ChainEnds ends) {
        while (walk.last() < ends.lastSeq()) {
            List<LinkedEvent> page = chain.after(walk.last(), PAGE);
            for (LinkedEvent linked : page) {
                Optional<Fault> fault = walk.last() < ends.lastSeq() ? walk.step(linked.link()).or(() -> judge(linked)) : Optional.empty();
                if (fault.isPresent()) {
                    return fault;
                }
            }
            if (page.isEmpty()) {
                break;
            }
        }
        return walk.end().or(() -> chain.findStray(ends.begun()).map(id -> new Fault(Kind.EVENT_UNLINKED, 0, Optional.of(id))));
    }

    /** Whether the event of a link is what it was. */
    private Optional<Fault> judge(LinkedEvent linked) {
        EventLink link = linked.link();
        Optional<UUID> id = Optional.of(link.eventId());
        if (linked.event().isEmpty()) {
            boolean rightly = !link.expires().isAfter(clock.instant()) || chain.deletionNoted(link.eventId());
            return rightly ? Optional.empty() : Optional.of(new Fault(Kind.EVENT_MISSING, link.seq(), id));
        }
        AuditEvent event = linked.event().get();
        if (!EventContent.digest(event).equals(link.digest())) {
            return Optional.of(new Fault(Kind.EVENT_CHANGED, link.seq(), id));
        }
        return link.vouched() ? Optional.empty() : Optional.of(new Fault(Kind.EVENT_FOREIGN, link.seq(), id));
    }
}
