/**
 * A password inside of a flow. {@link org.gatehouse.flow.password.PasswordCheck} is used by the password stage and by the
 * identification stage that embeds one; both give the same answer for an unknown, a disabled and a known user with the wrong
 * password, in the same time.
 */
package org.gatehouse.flow.password;
