/**
 * The policy type {@code unique_password}: a new password must not be one of the latest. Start with
 * {@link org.gatehouse.policy.uniquepassword.UniquePasswordPolicy}. Invariant: only hashes are kept, no more than some policy asks for.
 */
package org.gatehouse.policy.uniquepassword;
