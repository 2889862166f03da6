/**
 * The algorithms of JOSE that clients can choose among (RFC 7518, RFC 8037), by their names on the wire, and what carries them out where
 * the library does not. Start at {@link org.gatehouse.provider.oauth2.jose.SigningAlgorithm} and
 * {@link org.gatehouse.provider.oauth2.jose.EncryptionFormat}. Nothing here knows clients or tokens. Algorithms come from settings and
 * keys, never from what somebody sent.
 */
package org.gatehouse.provider.oauth2.jose;
