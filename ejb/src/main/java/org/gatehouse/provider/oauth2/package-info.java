/**
 * The OAuth 2.0 and OpenID Connect provider.
 *
 * <pre>
 *   authorize ──▶ protocol.AuthorizationRequest ──▶ authorize.AuthorizationEndpoint ──▶ AuthorizationStep
 *   token     ──▶ protocol.TokenRequest ──▶ grant.TokenEndpoint ──▶ grant.GrantHandler ──▶ token.TokenIssuer
 * </pre>
 *
 * {@code protocol} is pure: records, parsers and errors of the wire. A rule about authorization requests is one
 * {@link org.gatehouse.provider.oauth2.authorize.AuthorizationCheck}, a grant one
 * {@link org.gatehouse.provider.oauth2.grant.GrantHandler}; neither endpoint changes when one is added. Granted scopes are always a
 * subset of what was consented to and of what is configured now.
 */
package org.gatehouse.provider.oauth2;
