/**
 * The algorithms of JOSE that clients can choose among (RFC 7518, RFC 8037), by their names on the wire, and what is common to signed
 * objects that clients send: assertions, proofs, request objects. Start at {@link org.gatehouse.provider.oauth2.jose.SigningAlgorithm},
 * {@link org.gatehouse.provider.oauth2.jose.EncryptionFormat} and {@link org.gatehouse.provider.oauth2.jose.ClientSignatures}. Algorithms
 * come from settings and keys, never from what somebody sent; nothing in a header leads to a call to anywhere.
 */
package org.gatehouse.provider.oauth2.jose;
