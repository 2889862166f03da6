/**
 * What tokens are for beyond scopes: the resources that take them (RFC 8707) and what exactly they allow (RFC 9396).
 * {@link org.gatehouse.provider.oauth2.resource.AccessRules} says what a client may ask for,
 * {@link org.gatehouse.provider.oauth2.resource.AccessNarrowing} what a single token gets. A token never allows more than the grant it
 * descends from, and a grant never more than the client's settings.
 */
package org.gatehouse.provider.oauth2.resource;
