package org.gatehouse.provider.oauth2;

import java.util.UUID;

/**
 * A scope that a client may ask for.
 *
 * @param mappingId the mapping that yields its claims
 * @param name its name in {@code scope}
 * @param description what the user consents to; empty for scopes that are not shown
 */
public record ConfiguredScope(UUID mappingId, String name, String description) {
}
