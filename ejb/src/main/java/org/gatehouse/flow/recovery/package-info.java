/**
 * How people come into an account otherwise than by logging in from the beginning: administrators let somebody back whose password is lost,
 * and a browser goes from one account to another. Start with
 * {@link org.gatehouse.flow.recovery.RecoveryLinks}. Invariants: a link is about one account, works once and for a limited time, and
 * is refused over accounts of more power than the actor's ({@link org.gatehouse.directory.account.AccountRights}).
 */
package org.gatehouse.flow.recovery;
