/**
 * How much a login is worth: authentication context classes ({@code acr}) and methods ({@code amr}, RFC 8176), and what to do when a
 * client asks for more (RFC 9470). {@link org.gatehouse.provider.oauth2.assurance.AuthenticationContext} is the scheme that holds for
 * every provider, weakest first; a provider can add names of its own, each reached by a flow
 * ({@link org.gatehouse.provider.oauth2.assurance.AcrFlow}). Start with
 * {@link org.gatehouse.provider.oauth2.assurance.AuthenticationContexts}. A name is only ever said of a login that has earned it: by its
 * methods, or by having come through the flow.
 */
package org.gatehouse.provider.oauth2.assurance;
