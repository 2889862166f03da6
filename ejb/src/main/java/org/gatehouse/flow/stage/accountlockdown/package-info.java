/**
 * The stage that locks an account down which somebody else may have got hold of, and how such a flow is started. Invariant: people
 * lock their own account, administrators that of others; nobody who is not logged in locks any.
 */
package org.gatehouse.flow.stage.accountlockdown;
