package org.gatehouse.event.chain;

import java.util.Optional;
import java.util.UUID;

/**
 * What a verification of the audit log has found.
 *
 * @param checked how many links were read
 * @param waiting how many events are not linked yet
 * @param firstSeq the number of the first link that is kept; earlier events have run out
 * @param lastSeq the number of the last link
 * @param lastHash its hash: noted down elsewhere, it proves later that nothing up to here was taken away
 * @param fault the first place that does not fit; empty when the log is whole
 */
public record AuditReport(long checked, long waiting, long firstSeq, long lastSeq, String lastHash, Optional<Fault> fault) {

    /** In what way the log does not fit. */
    public enum Kind {
        /** The signed ends of the chain were not written by this installation. */
        ENDS_FORGED,
        /** A link is not there. */
        LINK_MISSING,
        /** A link does not say what it said, or does not build on the one before. */
        LINK_CHANGED,
        /** An event is not there, has not run out, and nobody has deleted it through the product. */
        EVENT_MISSING,
        /** An event does not say what it said. */
        EVENT_CHANGED,
        /** An event was not written by this installation. */
        EVENT_FOREIGN,
        /** An event is no part of the chain and does not wait to be. */
        EVENT_UNLINKED,
        /** The link that the caller had noted down is another one now, or is gone. */
        ANCHOR_LOST
    }

    /**
     * A place that does not fit.
     *
     * @param seq the number of the link; 0 for none
     * @param eventId the event; empty where no single one is concerned
     */
    public record Fault(Kind kind, long seq, Optional<UUID> eventId) {
    }

    /** Whether nothing was changed, taken away or put in. */
    public boolean isWhole() {
        return fault.isEmpty();
    }
}
