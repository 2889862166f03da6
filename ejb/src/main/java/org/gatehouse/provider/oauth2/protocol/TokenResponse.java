package org.gatehouse.provider.oauth2.protocol;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Optional;

/**
 * What a grant yields (RFC 6749 section 5.1).
 *
 * @param expiresIn in seconds
 * @param issuedTokenType what kind of token an exchange has yielded (RFC 8693 section 2.2.1); empty for other grants
 */
public record TokenResponse(String accessToken, long expiresIn, Optional<String> refreshToken, Optional<String> idToken, List<String> scopes,
        Optional<String> issuedTokenType) {

    public JsonObject toJson() {
        JsonObjectBuilder json = Json.createObjectBuilder().add("access_token", accessToken).add("token_type", "Bearer")
                .add("expires_in", expiresIn).add("scope", Scopes.format(scopes));
        refreshToken.ifPresent(token -> json.add("refresh_token", token));
        idToken.ifPresent(token -> json.add("id_token", token));
        issuedTokenType.ifPresent(type -> json.add("issued_token_type", type));
        return json.build();
    }

    @Override
    public String toString() {
        return "TokenResponse[" + scopes + "]";
    }
}
