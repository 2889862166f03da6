/**
 * How administrators let somebody back into an account whose password is lost. Start with
 * {@link org.gatehouse.flow.recovery.RecoveryLinks}. Invariants: a link is about one account, works once and for a limited time, and
 * is refused over accounts of more power than the actor's ({@link org.gatehouse.directory.account.AccountRights}).
 */
package org.gatehouse.flow.recovery;
