package org.gatehouse.provider.oauth2.protocol;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.net.URLDecoder;
import java.util.Base64;
import java.util.Optional;

/**
 * How a client presents itself (RFC 6749 section 2.3.1).
 *
 * @param secret empty for a public client
 * @param basic whether it came in the Authorization header, so that a refusal must answer with a challenge
 */
public record ClientCredentials(String clientId, Optional<String> secret, boolean basic) {

    private static final String SCHEME = "Basic ";

    /**
     * Reads the credentials of a request; exactly one method may be used.
     *
     * @throws OAuthRefusal {@code invalid_request} or {@code invalid_client}
     */
    public static ClientCredentials parse(Optional<String> authorization, RequestParameters parameters) {
        Optional<String> clientId = parameters.find("client_id");
        Optional<String> secret = parameters.find("client_secret");
        if (authorization.isEmpty()) {
            return new ClientCredentials(clientId.orElseThrow(() -> invalidClient("There is no client authentication.")), secret, false);
        }
        if (secret.isPresent()) {
            throw new OAuthRefusal(OAuthErrorCode.INVALID_REQUEST, "Two methods of client authentication were used.");
        }
        ClientCredentials found = basic(authorization.get());
        if (clientId.isPresent() && !clientId.get().equals(found.clientId())) {
            throw new OAuthRefusal(OAuthErrorCode.INVALID_REQUEST, "Two clients were named.");
        }
        return found;
    }

    private static ClientCredentials basic(String header) {
        if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw invalidClient("The authentication scheme is not supported.");
        }
        try {
            byte[] bytes = Base64.getDecoder().decode(header.substring(SCHEME.length()).strip());
            String pair = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            int colon = pair.indexOf(':');
            if (colon < 1) {
                throw invalidClient("The client authentication is malformed.");
            }
            String secret = decode(pair.substring(colon + 1));
            return new ClientCredentials(decode(pair.substring(0, colon)), Optional.of(secret).filter(s -> !s.isEmpty()), true);
        } catch (IllegalArgumentException | CharacterCodingException malformed) {
            throw invalidClient("The client authentication is malformed.");
        }
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static OAuthRefusal invalidClient(String description) {
        return new OAuthRefusal(OAuthErrorCode.INVALID_CLIENT, description);
    }

    @Override
    public String toString() {
        return "ClientCredentials[" + clientId + "]";
    }
}
