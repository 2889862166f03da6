package org.gatehouse.provider.oauth2.authorize;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.provider.oauth2.binding.Confirmation;
import org.gatehouse.provider.oauth2.protocol.AuthorizationRequest;
import org.gatehouse.provider.oauth2.protocol.PkceChallenge;
import org.gatehouse.provider.oauth2.protocol.RequestedAccess;
import org.gatehouse.provider.oauth2.protocol.ResponseMode;
import org.gatehouse.provider.oauth2.protocol.ResponseType;
import org.gatehouse.provider.oauth2.token.Grant;
import org.gatehouse.session.LiveSession;
import org.gatehouse.type.Default;

/**
 * A request that passed the checks and waits for its flow to end; the settings of {@link CodeStage}. Everything that could have changed
 * meanwhile is looked at again before anything is issued.
 *
 * @param sessionId the login the request was checked with; no other may take it over
 * @param acrValues the authentication contexts that the login was measured by
 * @param claims claims that are asked for one by one, or null
 * @param access what is asked for beyond scopes
 * @param dpopKey the thumbprint of the key that the code will be bound to, or null
 * @param pushedAs which pushed request it is, or null
 */
public record PendingAuthorization(String clientId, String redirectUri, boolean redirectUriSent, ResponseType responseType,
        ResponseMode responseMode, List<String> scopes, String state, String nonce, String codeChallenge, String codeChallengeMethod,
        UUID sessionId, List<String> acrValues, JsonObject claims, @Default("{}") RequestedAccess access, String dpopKey, String pushedAs) {

    static PendingAuthorization of(AuthorizationRequest request, UUID sessionId, List<String> acrValues) {
        return new PendingAuthorization(request.clientId(), request.redirectUri(), request.sent("redirect_uri"), request.responseType(),
                request.responseMode(), request.scopes(), request.state().orElse(null), request.nonce().orElse(null),
                request.pkce().map(PkceChallenge::challenge).orElse(null), request.pkce().map(PkceChallenge::method).orElse(null),
                sessionId, acrValues, request.claims().sent(), request.access(), request.dpopKey().orElse(null),
                request.pushedAs().orElse(null));
    }

    Optional<String> stateSent() {
        return Optional.ofNullable(state);
    }

    /** What is granted to the user of the login. */
    Grant grant(LiveSession session, String acr) {
        return new Grant(scopes, nonce, redirectUri, redirectUriSent, codeChallenge, codeChallengeMethod,
                session.created().getEpochSecond(), session.methods(), acr, claims, access,
                dpopKey == null ? null : new Confirmation(dpopKey, null), null);
    }

    @Override
    public String toString() {
        return "PendingAuthorization[" + clientId + "]";
    }
}
