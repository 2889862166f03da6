package org.gatehouse.directory;

/**
 * Fired inside the transaction that took a user's password away or replaced it; observers may remember the former one, and decide
 * nothing.
 *
 * @param userId whose password it was
 * @param former its hash
 */
public record PasswordChanged(long userId, String former) {

    /** Without the hash. */
    @Override
    public String toString() {
        return "PasswordChanged[" + userId + "]";
    }
}
