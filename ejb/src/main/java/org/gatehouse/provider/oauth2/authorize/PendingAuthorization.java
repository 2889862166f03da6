package org.gatehouse.provider.oauth2.authorize;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.provider.oauth2.protocol.AuthorizationRequest;
import org.gatehouse.provider.oauth2.protocol.PkceChallenge;
import org.gatehouse.provider.oauth2.protocol.RequestedAccess;
import org.gatehouse.provider.oauth2.protocol.ResponseMode;
import org.gatehouse.type.Default;

/**
 * A request that passed the checks and waits for its flow to end; the settings of {@link CodeStage}. Everything that could have changed
 * meanwhile is looked at again before a code is made.
 *
 * @param sessionId the login the request was checked with; no other may take it over
 * @param access what is asked for beyond scopes
 */
public record PendingAuthorization(String clientId, String redirectUri, boolean redirectUriSent, ResponseMode responseMode,
        List<String> scopes, String state, String nonce, String codeChallenge, String codeChallengeMethod, UUID sessionId,
        @Default("{}") RequestedAccess access) {

    static PendingAuthorization of(AuthorizationRequest request, UUID sessionId) {
        return new PendingAuthorization(request.clientId(), request.redirectUri(), request.sent("redirect_uri"), request.responseMode(),
                request.scopes(), request.state().orElse(null), request.nonce().orElse(null),
                request.pkce().map(PkceChallenge::challenge).orElse(null), request.pkce().map(PkceChallenge::method).orElse(null), sessionId,
                request.access());
    }

    Optional<String> stateSent() {
        return Optional.ofNullable(state);
    }

    @Override
    public String toString() {
        return "PendingAuthorization[" + clientId + "]";
    }
}
