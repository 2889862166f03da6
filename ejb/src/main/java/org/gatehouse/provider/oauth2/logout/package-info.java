/**
 * How logins end for clients. A client asks for it at {@link org.gatehouse.provider.oauth2.logout.EndSessionEndpoint}, which decides only
 * where that may lead; what ends is decided by the provider's invalidation flow. When a login ends, by whatever way, the clients it was
 * used for ({@link org.gatehouse.provider.oauth2.logout.ClientParticipation}) are told:
 *
 * <pre>
 *   UserLogoutStage ── LoggingOut ──▶ FrontchannelLogout ──▶ a page with their frames
 *   Sessions ── SessionEnded ──▶ BackchannelLogout ──▶ logout_notice ──▶ LogoutDelivery, until taken or given up
 * </pre>
 *
 * Invariant: a notice is written in the transaction that ends the login, so no client is forgotten, and none is told of what did not happen.
 */
package org.gatehouse.provider.oauth2.logout;
