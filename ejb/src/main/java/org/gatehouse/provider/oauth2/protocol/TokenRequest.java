package org.gatehouse.provider.oauth2.protocol;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request to the token endpoint (RFC 6749 section 3.2).
 *
 * @param authorization the Authorization header
 * @param parameters the form
 * @param proofs what else came with it
 */
public record TokenRequest(Optional<String> authorization, RequestParameters parameters, PresentedProofs proofs) {

    private static final String GRANT_TYPE = "grant_type";

    /** A request that brings no proofs. */
    public TokenRequest(Optional<String> authorization, RequestParameters parameters) {
        this(authorization, parameters, PresentedProofs.none());
    }

    /** The same of this grant type, if the request names none. */
    public TokenRequest orElseOf(String grantType) {
        if (findGrantType().isPresent()) {
            return this;
        }
        Map<String, List<String>> all = parameters.all();
        all.put(GRANT_TYPE, List.of(grantType));
        return new TokenRequest(authorization, RequestParameters.of(all), proofs);
    }

    /** @throws OAuthRefusal {@code invalid_request} when it is missing */
    public String grantType() {
        return parameters.require(GRANT_TYPE);
    }

    /** The grant type if there is one. */
    public Optional<String> findGrantType() {
        return parameters.find(GRANT_TYPE);
    }

    /** The scopes that are asked for, in their order; empty when the request leaves that to the server. */
    public List<String> scopes() {
        return parameters.find("scope").map(Scopes::parse).orElse(List.of());
    }

    @Override
    public String toString() {
        return "TokenRequest";
    }
}
