/**
 * What is told about a user: which claims the scope mappings yield, and which of them go into which token or answer. Start with
 * {@link org.gatehouse.provider.oauth2.claims.UserClaims}. Invariant: nothing is told that no granted scope yields.
 */
package org.gatehouse.provider.oauth2.claims;
