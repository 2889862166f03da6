package org.gatehouse.event.chain;

import java.util.Optional;
import org.gatehouse.event.chain.AuditReport.Fault;
import org.gatehouse.event.chain.AuditReport.Kind;
import org.gatehouse.model.event.chain.ChainEnds;
import org.gatehouse.model.event.chain.EventLink;

/** A walk along the links from one end to the other: each has to be there, to build on the one before, and to lead to the signed end. */
final class ChainWalk {

    private final ChainEnds ends;
    private final Optional<AuditAnchor> anchor;
    private long last;
    private String hash;
    private boolean anchorSeen;

    ChainWalk(ChainEnds ends, Optional<AuditAnchor> anchor) {
        this.ends = ends;
        this.anchor = anchor;
        this.last = ends.baseSeq();
        this.hash = ends.baseHash();
        note();
    }

    /** Takes the next link. */
    Optional<Fault> step(EventLink link) {
        if (link.seq() != last + 1) {
            return Optional.of(new Fault(Kind.LINK_MISSING, last + 1, Optional.empty()));
        }
        if (!ChainHash.builds(hash, link)) {
            return Optional.of(new Fault(Kind.LINK_CHANGED, link.seq(), Optional.of(link.eventId())));
        }
        last = link.seq();
        hash = link.hash();
        note();
        return Optional.empty();
    }

    private void note() {
        anchorSeen |= anchor.filter(noted -> noted.seq() == last && noted.hash().equals(hash)).isPresent();
    }

    /** What is wrong when there are no more links. An anchor from before the first link that is kept says nothing any more. */
    Optional<Fault> end() {
        if (last != ends.lastSeq()) {
            return Optional.of(new Fault(Kind.LINK_MISSING, last + 1, Optional.empty()));
        }
        if (!hash.equals(ends.lastHash())) {
            return Optional.of(new Fault(Kind.LINK_CHANGED, last, Optional.empty()));
        }
        return anchor.filter(noted -> !anchorSeen && noted.seq() >= ends.baseSeq())
                .map(noted -> new Fault(Kind.ANCHOR_LOST, noted.seq(), Optional.empty()));
    }

    /** The number of the link that was taken last. */
    long last() {
        return last;
    }

    /** How many links were taken. */
    long checked() {
        return last - ends.baseSeq();
    }
}
