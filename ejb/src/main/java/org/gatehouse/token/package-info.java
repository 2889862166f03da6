/**
 * Keys that act for a user: API tokens, app passwords, recovery and verification links. {@link org.gatehouse.token.Tokens} makes
 * and finds them, {@link org.gatehouse.token.TokenSecrets} shows and renews their keys,
 * {@link org.gatehouse.token.OwnTokens} is what people do about their own. A key is shown once; the table holds its digest, and a sealed copy for the one permission that may see
 * it again.
 *
 * <p>Invariant: expiry, intent and the user's state are checked at each use, never left to the clean-up job.
 */
package org.gatehouse.token;
