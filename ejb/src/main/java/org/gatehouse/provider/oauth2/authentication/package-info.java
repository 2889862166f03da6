/**
 * The ways in which clients prove who they are: {@link org.gatehouse.provider.oauth2.authentication.SecretProof} by what they know,
 * {@link org.gatehouse.provider.oauth2.authentication.AssertionProof} by what they can sign,
 * {@link org.gatehouse.provider.oauth2.authentication.CertificateProof} by their connection. Each is asked only about clients that have
 * registered its method; a proof that cannot be judged proves nothing. {@link org.gatehouse.provider.oauth2.authentication.ClientAuthenticator} asks.
 */
package org.gatehouse.provider.oauth2.authentication;
