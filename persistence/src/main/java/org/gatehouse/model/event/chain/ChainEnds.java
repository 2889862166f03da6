package org.gatehouse.model.event.chain;

import java.time.Instant;

/**
 * Where the chain begins and ends.
 *
 * @param begun when it was begun: events from before are no part of it
 * @param baseSeq the number of the last link that was taken away with its event, or 0
 * @param baseHash its hash, which the first link that is left builds on
 * @param lastSeq the number of the last link; {@code baseSeq} when there is none
 * @param lastHash its hash
 * @param voucher a keyed hash of all this; empty as long as there has been no link
 */
public record ChainEnds(Instant begun, long baseSeq, String baseHash, long lastSeq, String lastHash, String voucher) {
}
