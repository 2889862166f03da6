/**
 * The hash formats a stored password can have. {@link org.gatehouse.directory.password.PasswordEncoding} is the closed set:
 * Argon2id is written, the others come from imported users, are only read, and disappear at the next login.
 *
 * <p>Start with {@link org.gatehouse.directory.password.PasswordHasher}. Invariant: a hash whose cost is beyond the limits here
 * matches nothing, so that an imported row cannot be used to exhaust a node.
 */
package org.gatehouse.directory.password;
