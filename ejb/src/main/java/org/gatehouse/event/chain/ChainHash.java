package org.gatehouse.event.chain;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.gatehouse.crypto.Digests;
import org.gatehouse.model.event.chain.EventLink;

/** How one link builds on the one before. */
final class ChainHash {

    private ChainHash() {
    }

    /** The link for an event behind the link with this hash. */
    static EventLink next(String before, long seq, UUID eventId, String digest, Instant expires, boolean vouched) {
        Instant kept = expires.truncatedTo(ChronoUnit.MICROS);
        return new EventLink(seq, eventId, digest, kept, vouched, hash(before, seq, eventId, digest, kept, vouched));
    }

    /** Whether the link says what it said when it was made, and builds on the one with this hash. */
    static boolean builds(String before, EventLink link) {
        return link.hash().equals(hash(before, link.seq(), link.eventId(), link.digest(), link.expires(), link.vouched()));
    }

    private static String hash(String before, long seq, UUID eventId, String digest, Instant expires, boolean vouched) {
        return Digests.sha256(String.join("\n", before, String.valueOf(seq), eventId.toString(), digest, expires.toString(), String.valueOf(vouched)));
    }
}
