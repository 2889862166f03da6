/**
 * The audit log as a chain of hashes, so that nobody with access to the database can change it unnoticed.
 *
 * <pre>
 * event written ──▶ row with a voucher, queued by a trigger      in the transaction of what happened; no lock, no waiting
 *                          │ a second later, one appender at a time
 *                          ▼
 * EventChain ──▶ link: number, digest of the event, hash of the link before; the chain's ends are signed
 * AuditVerification ──▶ reads links and events in their order, and names the first place that does not fit
 * </pre>
 *
 * <p>Start with {@link org.gatehouse.event.chain.EventChain}. Invariant: a link is never changed, and goes only with its event when that has
 * run out and everything before it has gone. What an attacker can and cannot do unnoticed is in {@code docs/audit.md}.
 */
package org.gatehouse.event.chain;
