package org.gatehouse.directory;

/**
 * Fired inside the transaction that locked an account down; observers take back whatever else could open it.
 *
 * @param userId whose account it is
 */
public record AccountLocked(long userId) {
}
