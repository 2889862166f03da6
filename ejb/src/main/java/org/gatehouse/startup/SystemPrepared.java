package org.gatehouse.startup;

import java.time.Instant;

/**
 * Fired at each start of each node once the schema is current and the administrator and the keys exist. Observers run one after
 * the other, inside a transaction that they may join or suspend and while no other node is in the same place; the node becomes
 * ready after the last one.
 *
 * @param at when
 */
public record SystemPrepared(Instant at) {
}
