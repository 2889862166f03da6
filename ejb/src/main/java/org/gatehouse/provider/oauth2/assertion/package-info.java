/**
 * JWTs that a client brings instead of a secret or as a grant (RFC 7521, RFC 7523). {@link org.gatehouse.provider.oauth2.assertion.Assertions}
 * says whether one is good, {@link org.gatehouse.provider.oauth2.assertion.FederatedAccounts} whom it acts for. Invariant: an assertion is
 * good once, and nobody is trusted whom the client's provider does not name.
 */
package org.gatehouse.provider.oauth2.assertion;
