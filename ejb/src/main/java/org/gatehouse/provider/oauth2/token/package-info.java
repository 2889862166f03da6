/**
 * The tokens of a provider: how they are made ({@link org.gatehouse.provider.oauth2.token.TokenIssuer}), signed, found again and
 * revoked ({@link org.gatehouse.provider.oauth2.token.IssuedTokens}). The database knows tokens by digest only; a token is good as
 * long as its row is, its user is admitted and its login is alive.
 */
package org.gatehouse.provider.oauth2.token;
