/**
 * The rules about authorization requests that need nothing but the request and its client, one small
 * {@link org.gatehouse.provider.oauth2.authorize.AuthorizationCheck} each. Their order numbers say which comes first.
 */
package org.gatehouse.provider.oauth2.authorize.rule;
