/**
 * Which access tokens have been revoked, told to resource servers without an introspection for each (Token Status List,
 * draft-ietf-oauth-status-list). Start with {@link org.gatehouse.provider.oauth2.status.StatusLists}. Invariant: a place is one token's for
 * ever; whoever reads a list learns nothing about a token whose place they do not know.
 */
package org.gatehouse.provider.oauth2.status;
