/**
 * The stage that validates with an authenticator device. Start with
 * {@link org.gatehouse.flow.stage.authenticatorvalidate.AuthenticatorValidateStage}; it knows devices only through
 * {@link org.gatehouse.authenticator.AuthenticatorType}.
 *
 * <pre>
 *   begin ──▶ proved a moment ago? ──▶ next
 *         ──▶ devices, but none that works here? ──▶ deny
 *         ──▶ nothing to validate with? ──▶ skip, deny, or set a device up first
 *         ──▶ picker ──▶ pick ──▶ (code is sent) ──▶ answer ──▶ throttle ──▶ verify ──▶ next
 * </pre>
 *
 * Invariant: a user who has a device of an allowed class leads on only with an answer that such a device of their own proves.
 */
package org.gatehouse.flow.stage.authenticatorvalidate;
