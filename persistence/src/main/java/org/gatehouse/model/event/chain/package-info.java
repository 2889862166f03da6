/**
 * The chain of hashes over the audit log, as rows: its links ({@link org.gatehouse.model.event.chain.EventLink}), its two ends
 * ({@link org.gatehouse.model.event.chain.ChainEnds}), and the events that wait to be linked. Start with
 * {@link org.gatehouse.model.event.chain.EventChainTable}. Hashes are lower-case hexadecimal text here and bytes in the table of links.
 */
package org.gatehouse.model.event.chain;
