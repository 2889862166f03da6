/**
 * Counters of what is sent to people. Start with {@link org.gatehouse.model.limit.SendingCounts}. Invariant: looking and counting are
 * one statement, so that no number of simultaneous requests gets past a limit.
 */
package org.gatehouse.model.limit;
