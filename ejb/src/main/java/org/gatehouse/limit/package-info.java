/**
 * Limits on what strangers can make this server do: send mail and text messages, look at guesses. Start with
 * {@link org.gatehouse.limit.SendingLimits} and {@link org.gatehouse.limit.FailureThrottle}. Invariant: what was sent is counted in the
 * database and so survives restarts and lost nodes; guesses are counted in the cluster cache {@code single-use}.
 */
package org.gatehouse.limit;
