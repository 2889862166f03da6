/**
 * Clients that register themselves: OpenID Connect Dynamic Client Registration 1.0, RFC 7591, and RFC 7592 for what comes after. Start
 * with {@link org.gatehouse.provider.oauth2.registration.RegistrationEndpoint}:
 *
 * <pre>
 *   InitialAccess (who may) ──▶ SoftwareStatements ──▶ ClientMetadata (what it says) ──▶ ClientRegistrations (provider + application)
 * </pre>
 *
 * A registered client is an ordinary provider with an ordinary application; what administrators decide, no client can set. Invariant:
 * nothing that a client says reaches its provider but by a name in {@link org.gatehouse.provider.oauth2.registration.MetadataName}.
 */
package org.gatehouse.provider.oauth2.registration;
