/**
 * Tokens and codes that are worth something only with a key: DPoP (RFC 9449) and certificates (RFC 8705). Start with
 * {@link org.gatehouse.provider.oauth2.binding.SenderConstraints}, which is asked wherever tokens are issued or used. A proof is checked
 * before what it is about is redeemed, so that a client can try again with another one; what is bound is never taken without its proof.
 */
package org.gatehouse.provider.oauth2.binding;
