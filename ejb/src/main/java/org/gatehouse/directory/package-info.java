/**
 * Accounts and how they prove themselves with a password. {@link org.gatehouse.directory.PasswordService} checks and sets
 * passwords; the hash formats it reads are in {@code password}. Whether a user with the right password may enter is not
 * decided here but by {@link org.gatehouse.session.LoginGate}.
 *
 * <p>Invariant: a password is never logged, kept, or cut short; a check takes the same time for a user who does not exist.
 */
package org.gatehouse.directory;
