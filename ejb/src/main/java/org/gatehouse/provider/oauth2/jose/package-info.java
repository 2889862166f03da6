/**
 * What is common to signed objects that clients send: assertions, proofs, request objects. Start with
 * {@link org.gatehouse.provider.oauth2.jose.ClientSignatures}. Which algorithm and which key is right is known before the object is looked
 * at; nothing in its header decides about that, nor leads to a call to anywhere.
 */
package org.gatehouse.provider.oauth2.jose;
