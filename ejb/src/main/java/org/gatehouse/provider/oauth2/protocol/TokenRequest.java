package org.gatehouse.provider.oauth2.protocol;

import java.util.Optional;

/**
 * A request to the token endpoint (RFC 6749 section 3.2).
 *
 * @param authorization the Authorization header
 * @param parameters the form
 */
public record TokenRequest(Optional<String> authorization, RequestParameters parameters) {

    public String grantType() {
        return parameters.require("grant_type");
    }

    @Override
    public String toString() {
        return "TokenRequest";
    }
}
