package org.gatehouse.provider.oauth2.protocol;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Optional;

/**
 * What a grant yields (RFC 6749 section 5.1).
 *
 * @param tokenType how the access token is to be presented: {@code Bearer}, or {@code DPoP} (RFC 9449 section 5)
 * @param expiresIn in seconds
 * @param authorizationDetails what the access token allows beyond scopes (RFC 9396 section 7); left out when empty
 */
public record TokenResponse(String accessToken, String tokenType, long expiresIn, Optional<String> refreshToken, Optional<String> idToken,
        List<String> scopes, List<JsonObject> authorizationDetails) {

    public static final String BEARER = "Bearer";
    public static final String DPOP = "DPoP";

    /** An answer without authorization details. */
    public TokenResponse(String accessToken, String tokenType, long expiresIn, Optional<String> refreshToken, Optional<String> idToken,
            List<String> scopes) {
        this(accessToken, tokenType, expiresIn, refreshToken, idToken, scopes, List.of());
    }


    public JsonObject toJson() {
        JsonObjectBuilder json = Json.createObjectBuilder().add("access_token", accessToken).add("token_type", tokenType)
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
