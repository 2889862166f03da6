/**
 * The policy type {@code password_expiry}: a password is good for so many days. Start with
 * {@link org.gatehouse.policy.passwordexpiry.PasswordExpiryPolicy}.
 */
package org.gatehouse.policy.passwordexpiry;
