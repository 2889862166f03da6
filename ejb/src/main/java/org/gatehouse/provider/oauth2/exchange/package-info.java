/**
 * What token exchange (RFC 8693) is about beside the grant itself: whose tokens a client may bring
 * ({@link org.gatehouse.provider.oauth2.exchange.TrustedTokens}), for whom it may get others
 * ({@link org.gatehouse.provider.oauth2.exchange.ExchangeTargets}), and who may act for whom
 * ({@link org.gatehouse.provider.oauth2.exchange.Delegations}). Invariant: whoever could not use a token directly gets nothing for it, and
 * nothing that is got for a token lives longer than it.
 */
package org.gatehouse.provider.oauth2.exchange;
