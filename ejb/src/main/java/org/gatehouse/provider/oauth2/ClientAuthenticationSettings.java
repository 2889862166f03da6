package org.gatehouse.provider.oauth2;

import jakarta.json.JsonObject;
import jakarta.validation.constraints.Size;
import org.gatehouse.type.Default;

/**
 * How a client proves who it is beyond its secret (RFC 7591 section 2, RFC 8705, RFC 9449). Names are those of client metadata.
 *
 * @param jwks the client's own public keys, or null (RFC 7517)
 * @param jwksUri where its keys are published instead, or empty
 */
public record ClientAuthenticationSettings(
        JsonObject jwks,
        @Default("") @Size(max = 2048) String jwksUri) {
}
