/**
 * The policy type {@code dummy}: a fixed result after a random wait, for trying out how bindings, timeouts and modes behave.
 * Start with {@link org.gatehouse.policy.dummy.DummyPolicy}.
 */
package org.gatehouse.policy.dummy;
