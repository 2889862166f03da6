package org.gatehouse.model.event.chain;

import java.time.Instant;
import java.util.UUID;

/**
 * A link of the chain.
 *
 * @param seq its number, from 1
 * @param digest the digest of what the event said when it was linked
 * @param expires when the event could be forgotten, as it was then
 * @param vouched whether the event carried this installation's voucher
 * @param hash over all this and the hash of the link before
 */
public record EventLink(long seq, UUID eventId, String digest, Instant expires, boolean vouched, String hash) {
}
