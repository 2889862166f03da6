package org.gatehouse.provider.oauth2.token;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The tokens of an authorization answer; never a refresh token (RFC 6749 section 4.2.2).
 *
 * @param expiresIn of the access token, in seconds
 * @param scope of the access token
 */
public record FrontChannelTokens(Optional<String> accessToken, long expiresIn, String scope, Optional<String> idToken) {

    /** The parameters of the answer (RFC 6749 section 4.2.2, OpenID Connect Core 1.0 section 3.2.2.5). */
    public Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        accessToken.ifPresent(token -> {
            parameters.put("access_token", token);
            parameters.put("token_type", "Bearer");
            parameters.put("expires_in", String.valueOf(expiresIn));
            parameters.put("scope", scope);
        });
        idToken.ifPresent(token -> parameters.put("id_token", token));
        return parameters;
    }

    @Override
    public String toString() {
        return "FrontChannelTokens[" + scope + "]";
    }
}
