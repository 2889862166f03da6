/**
 * Clients that are known by a document they publish: their client id is its https address (OAuth Client ID Metadata Document, an IETF
 * draft). Off unless an administrator switches it on and names the hosts. Start with
 * {@link org.gatehouse.provider.oauth2.clientid.ClientIdDocuments}. Invariant: no address is fetched that is not of an allowed host, and
 * what was fetched counts only when it names its own address.
 */
package org.gatehouse.provider.oauth2.clientid;
