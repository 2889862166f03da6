/**
 * The stage that asks for a password. The check itself is {@link org.gatehouse.flow.password.PasswordCheck}, which the
 * identification stage shares. Invariant: only the right password of an active user leads on.
 */
package org.gatehouse.flow.stage.password;
