/**
 * Security keys and passkeys: the stage that registers them ({@link org.gatehouse.flow.stage.authenticatorwebauthn.AuthenticatorWebAuthnStage})
 * and what they prove later ({@link org.gatehouse.flow.stage.authenticatorwebauthn.WebAuthnAuthenticator}). The ceremonies themselves are
 * {@code org.gatehouse.webauthn}. Invariants: a challenge is good for one answer in the plan it was drawn for; a credential id belongs to
 * one device of one user; a sign count never goes back.
 */
package org.gatehouse.flow.stage.authenticatorwebauthn;
