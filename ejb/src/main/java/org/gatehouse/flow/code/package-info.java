/**
 * One-time codes that show, while a device is being set up, that messages to an address or number arrive. Start with
 * {@link org.gatehouse.flow.code.SetupCodes}. Invariants: the plan keeps a digest of the code; a code counts once, for a while, for the
 * destination it was sent to, and dies after a few wrong attempts; plans change by compare-and-set, so attempts at the same moment
 * count one after the other.
 */
package org.gatehouse.flow.code;
