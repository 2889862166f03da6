package org.gatehouse.event.chain;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.model.event.AuditEvent;
import org.gatehouse.model.event.AuditEventRepository;
import org.gatehouse.model.event.chain.ChainEnds;
import org.gatehouse.model.event.chain.EventChainTable;
import org.gatehouse.model.event.chain.EventLink;

/**
 * Links events that have been committed, and takes away links whose events have run out. One transaction in the cluster does so at a
 * time, as it holds the row of the chain's ends; the others go away at once. Whoever writes an event never comes here.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class EventChain {

    private static final int AT_A_TIME = 1000;

    @Inject
    private EventChainTable chain;

    @Inject
    private AuditEventRepository events;

    @Inject
    private EventVouchers vouchers;

    @Inject
    private Clock clock;

    /** Links some of the events that wait. Returns whether there may be more. */
    public boolean extend() {
        List<UUID> waiting = chain.unsealed(AT_A_TIME);
        Optional<ChainEnds> ends = waiting.isEmpty() ? Optional.empty() : chain.lock();
        // Asked again behind the lock: who had it before may have linked them.
        List<UUID> mine = ends.isEmpty() ? List.of() : chain.unsealed(AT_A_TIME);
        if (mine.isEmpty()) {
            return false;
        }
        List<EventLink> links = links(ends.get(), mine);
        chain.sealed(mine);
        if (!links.isEmpty()) {
            chain.add(links);
            EventLink last = links.get(links.size() - 1);
            chain.write(vouchers.signed(moved(ends.get(), last.seq(), last.hash())));
        }
        return mine.size() == AT_A_TIME;
    }

    private List<EventLink> links(ChainEnds ends, List<UUID> ids) {
        List<AuditEvent> found = new ArrayList<>(events.findAll(ids));
        found.sort(Comparator.comparing(AuditEvent::getCreated).thenComparing(AuditEvent::getId));
        List<EventLink> links = new ArrayList<>();
        long seq = ends.lastSeq();
        String before = ends.lastHash();
        for (AuditEvent event : found) {
            String digest = EventContent.digest(event);
            EventLink link = ChainHash.next(before, ++seq, event.getId(), digest, event.getExpires(), vouchers.vouches(event, digest));
            links.add(link);
            before = link.hash();
        }
        return links;
    }

    private static ChainEnds moved(ChainEnds ends, long lastSeq, String lastHash) {
        return new ChainEnds(ends.begun(), ends.baseSeq(), ends.baseHash(), lastSeq, lastHash, "");
    }

    /** Takes away some of the oldest links whose events have run out and are gone. Returns whether there may be more. */
    public boolean shorten() {
        Optional<ChainEnds> locked = chain.lock();
        if (locked.isEmpty() || !vouchers.vouches(locked.get())) {
            return false;
        }
        ChainEnds ends = locked.get();
        List<EventLink> spent = chain.spent(ends.baseSeq(), clock.instant(), AT_A_TIME);
        if (spent.isEmpty()) {
            return false;
        }
        EventLink last = spent.get(spent.size() - 1);
        chain.removeUpTo(last.seq());
        chain.write(vouchers.signed(new ChainEnds(ends.begun(), last.seq(), last.hash(), ends.lastSeq(), ends.lastHash(), "")));
        return spent.size() == AT_A_TIME;
    }

    /** The chain's last link, for whoever notes it down elsewhere. */
    public ChainEnds ends() {
        return chain.read();
    }
}
