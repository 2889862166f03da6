/**
 * The policy type {@code password}: whether a new password is good enough. Start with
 * {@link org.gatehouse.policy.password.PasswordPolicy}. Invariant: what was typed goes nowhere; of its SHA-1, five digits may leave.
 */
package org.gatehouse.policy.password;
