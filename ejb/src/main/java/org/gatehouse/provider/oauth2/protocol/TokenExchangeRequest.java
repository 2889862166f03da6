package org.gatehouse.provider.oauth2.protocol;

import java.util.Optional;
import java.util.Set;

/**
 * A token exchange request (RFC 8693 section 2.1).
 *
 * @param subject whom the new token is about
 * @param actor who acts for them; empty when nobody is named
 * @param audience for whom the new token is; empty for the client itself
 * @param requestedTokenType one of {@link #ACCESS_TOKEN} and {@link #JWT}, which both stand for our access tokens
 */
public record TokenExchangeRequest(PresentedToken subject, Optional<PresentedToken> actor, Optional<String> audience,
        String requestedTokenType) {

    public static final String ACCESS_TOKEN = "urn:ietf:params:oauth:token-type:access_token";
    public static final String JWT = "urn:ietf:params:oauth:token-type:jwt";

    private static final Set<String> TYPES = Set.of(ACCESS_TOKEN, JWT);

    /**
     * A token with what it is said to be.
     *
     * @param jwt whether it has to be a JWT
     */
    public record PresentedToken(String token, boolean jwt) {

        @Override
        public String toString() {
            return "PresentedToken";
        }
    }

    /**
     * Reads the request.
     *
     * @throws OAuthRefusal {@code invalid_request}, or {@code invalid_target} for a {@code resource}: ignoring it would leave the client
     *     believing in a restriction that is none; {@code invalid_authorization_details} for these: nobody has agreed to them, and the
     *     target has not said that the client may ask for them
     */
    public static TokenExchangeRequest parse(RequestParameters parameters) {
        if (parameters.find("resource").isPresent()) {
            throw new OAuthRefusal(OAuthErrorCode.INVALID_TARGET, "Name the target by its audience; resources are not known here.");
        }
        if (parameters.find("authorization_details").isPresent()) {
            throw new OAuthRefusal(OAuthErrorCode.INVALID_AUTHORIZATION_DETAILS, "An exchange adds no authorization details.");
        }
        Optional<String> actor = parameters.find("actor_token");
        if (actor.isEmpty() && parameters.find("actor_token_type").isPresent()) {
            throw invalid("An actor_token_type needs an actor_token.");
        }
        return new TokenExchangeRequest(presented(parameters.require("subject_token"), parameters.require("subject_token_type")),
                actor.map(token -> presented(token, parameters.require("actor_token_type"))), parameters.find("audience"),
                known(parameters.find("requested_token_type").orElse(ACCESS_TOKEN)));
    }

    private static PresentedToken presented(String token, String type) {
        boolean jwt = known(type).equals(JWT);
        if (jwt && token.chars().filter(character -> character == '.').count() != 2) {
            throw invalid("What is said to be a JWT is none.");
        }
        return new PresentedToken(token, jwt);
    }

    private static String known(String type) {
        if (!TYPES.contains(type)) {
            throw invalid("The token type is not supported.");
        }
        return type;
    }

    private static OAuthRefusal invalid(String description) {
        return new OAuthRefusal(OAuthErrorCode.INVALID_REQUEST, description);
    }
}
