/**
 * Authenticator devices: what a user has, beside what they know. Each class of device (TOTP, static, WebAuthn, e-mail, SMS) is one
 * bean that implements {@link org.gatehouse.authenticator.AuthenticatorType}, in the package of the stage that sets such devices
 * up; {@link org.gatehouse.authenticator.AuthenticatorTypes} finds them. The stage that validates, the API, the portal and the
 * console know only that interface.
 *
 * <pre>
 *   set-up stage ──▶ Authenticators.enrol ──▶ row ──▶ AuthenticatorType.challenges ──▶ answer ──▶ verify ──▶ Authenticators.used
 * </pre>
 *
 * Invariants: only a confirmed device of the very user proves anything; no answer counts twice, on whatever node it comes; no
 * attempt is made while the device has to be left alone ({@link org.gatehouse.authenticator.DeviceThrottle}).
 */
package org.gatehouse.authenticator;
