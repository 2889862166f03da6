/**
 * Codes, tokens and consents as people see them: administrators all of them, users their own. Start with
 * {@link org.gatehouse.provider.oauth2.issued.IssuedGrantModel} for the API and with
 * {@link org.gatehouse.provider.oauth2.issued.HeldAccess} for the portal. Invariant: what is taken back takes everything along that
 * descends from the same authorization.
 */
package org.gatehouse.provider.oauth2.issued;
