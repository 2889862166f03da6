/**
 * WebAuthn (W3C Web Authentication Level 3): what browsers are asked for, and the verification of what they answer. Knows nothing of
 * flows and stores nothing; {@code org.gatehouse.flow.webauthn} joins it to users and devices. Start with
 * {@link org.gatehouse.webauthn.RegistrationCeremony} and {@link org.gatehouse.webauthn.AssertionCeremony}. Invariant: everything that
 * came from a browser is either verified against the challenge, the origin and the relying party that the caller names, or refused
 * with {@link org.gatehouse.webauthn.CeremonyRefused}; no input makes anything else be thrown.
 */
package org.gatehouse.webauthn;
