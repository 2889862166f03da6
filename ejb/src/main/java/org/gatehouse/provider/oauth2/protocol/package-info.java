/**
 * The wire of OAuth 2.0 and OpenID Connect: parameters, requests, answers and errors. Pure: no beans, no database, no clock. Every
 * parameter name is spelled in the parser of its message and nowhere else. Start with
 * {@link org.gatehouse.provider.oauth2.protocol.AuthorizationRequest}.
 */
package org.gatehouse.provider.oauth2.protocol;
