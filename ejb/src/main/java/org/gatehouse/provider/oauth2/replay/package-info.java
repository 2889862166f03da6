/**
 * What clients may use once: the {@code jti} of their assertions, proofs and request objects. Start with
 * {@link org.gatehouse.provider.oauth2.replay.UsedIdentifiers}. What is used is a row in the database, written in the transaction of the
 * request, so of all nodes together one request wins and no restart forgets it.
 */
package org.gatehouse.provider.oauth2.replay;
