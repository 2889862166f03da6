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
 * @param authorizationDetails what the access token allows beyond scopes (RFC 9396 section 7); left out when empty
 */
public record TokenResponse(String accessToken, long expiresIn, Optional<String> refreshToken, Optional<String> idToken, List<String> scopes,
        List<JsonObject> authorizationDetails) {

    /** An answer without authorization details. */
    public TokenResponse(String accessToken, long expiresIn, Optional<String> refreshToken, Optional<String> idToken, List<String> scopes) {
        this(accessToken, expiresIn, refreshToken, idToken, scopes, List.of());
    }

    public JsonObject toJson() {
        JsonObjectBuilder json = Json.createObjectBuilder().add("access_token", accessToken).add("token_type", "Bearer")
                .add("expires_in", expiresIn).add("scope", Scopes.format(scopes));
        refreshToken.ifPresent(token -> json.add("refresh_token", token));
        idToken.ifPresent(token -> json.add("id_token", token));
        if (!authorizationDetails.isEmpty()) {
            json.add("authorization_details", Json.createArrayBuilder(authorizationDetails));
        }
        return json.build();
    }

    @Override
    public String toString() {
        return "TokenResponse[" + scopes + "]";
    }
}
