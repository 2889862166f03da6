package org.gatehouse.provider.oauth2.protocol;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.net.URLDecoder;
import java.util.Base64;
import java.util.Optional;

/**
 * How a client presents itself (RFC 6749 section 2.3.1, RFC 7521 section 4.2).
 *
 * @param secret empty for a public client, and for one that proves itself otherwise
 * @param assertion a signed proof, if that is what it brings
 * @param basic whether it came in the Authorization header, so that a refusal must answer with a challenge
 */
public record ClientCredentials(String clientId, Optional<String> secret, Optional<ClientAssertion> assertion, boolean basic) {

    private static final String SCHEME = "Basic ";

    /**
     * Reads the credentials of a request; exactly one method may be used.
     *
     * @throws OAuthRefusal {@code invalid_request} or {@code invalid_client}
     */
    public static ClientCredentials parse(Optional<String> authorization, RequestParameters parameters) {
        Optional<String> secret = parameters.find("client_secret");
        Optional<ClientAssertion> assertion = ClientAssertion.of(parameters);
        if (authorization.isPresent() && secret.isPresent() || assertion.isPresent() && (authorization.isPresent() || secret.isPresent())) {
            throw new OAuthRefusal(OAuthErrorCode.INVALID_REQUEST, "Two methods of client authentication were used.");
        }
        Optional<String> clientId = parameters.find("client_id");
        if (authorization.isEmpty()) {
            // The assertion alone names its client as well.
            String named = clientId.or(() -> assertion.flatMap(ClientAssertion::subject))
                    .orElseThrow(() -> invalidClient("There is no client authentication."));
            return new ClientCredentials(named, secret, assertion, false);
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
            Optional<String> secret = Optional.of(decode(pair.substring(colon + 1))).filter(text -> !text.isEmpty());
            return new ClientCredentials(decode(pair.substring(0, colon)), secret, Optional.empty(), true);
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
