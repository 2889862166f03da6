package org.gatehouse.provider.oauth2;

import jakarta.validation.constraints.Size;
import java.util.List;
import org.gatehouse.model.config.Provider;
import org.gatehouse.type.Default;
import org.gatehouse.type.Ref;

/**
 * What a client says of itself (RFC 7591 section 2): shown to people, never decisive.
 *
 * @param initiateLoginUri where the portal leads to when the application is opened and has no launch URL (OpenID Connect Core 1.0
 *     section 4), or empty
 * @param registeredWith the provider with which the client has registered itself and whose issuer it knows, or null
 */
public record RegistrationMetadata(
        @Default("") @Size(max = 2048) String clientUri,
        @Default("") @Size(max = 2048) String logoUri,
        @Default("") @Size(max = 2048) String policyUri,
        @Default("") @Size(max = 2048) String tosUri,
        @Default("[]") @Size(max = 20) List<@Size(max = 254) String> contacts,
        @Default("") @Size(max = 255) String softwareId,
        @Default("") @Size(max = 255) String softwareVersion,
        @Default("") @Size(max = 2048) String initiateLoginUri,
        Ref<Provider> registeredWith) {
}
