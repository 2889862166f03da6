package org.gatehouse.provider.oauth2.protocol;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An authorization request (RFC 6749 section 4.1.1, OpenID Connect Core 1.0 section 3.1.2.1) as it was sent. Well-formed, but not
 * yet checked against the client.
 *
 * @param redirectUri empty when left out, which only a client with a single exact URI may do
 * @param scopes empty when left out
 * @param acrValues the authentication contexts that would do, the dearest first; empty when left out
 * @param claims claims that are asked for one by one
 * @param parameters everything that was sent, for an address that repeats the request
 * @param delivery how it has reached us
 */
public record AuthorizationRequest(
        String clientId,
        String redirectUri,
        ResponseType responseType,
        ResponseMode responseMode,
        List<String> scopes,
        Optional<String> state,
        Optional<String> nonce,
        Optional<PkceChallenge> pkce,
        Set<Prompt> prompt,
        Optional<Duration> maxAge,
        Optional<String> loginHint,
        List<String> acrValues,
        ClaimsRequest claims,
        Map<String, String> parameters,
        RequestDelivery delivery) {

    public AuthorizationRequest {
        scopes = List.copyOf(scopes);
        acrValues = List.copyOf(acrValues);
        parameters = Map.copyOf(parameters);
    }

    /** This request for other scopes. */
    public AuthorizationRequest withScopes(List<String> granted) {
        return new AuthorizationRequest(clientId, redirectUri, responseType, responseMode, granted, state, nonce, pkce, prompt, maxAge,
                loginHint, acrValues, claims, parameters, delivery);
    }

    /** This request, delivered in another way than in an address. */
    public AuthorizationRequest deliveredBy(RequestDelivery way) {
        return new AuthorizationRequest(clientId, redirectUri, responseType, responseMode, scopes, state, nonce, pkce, prompt, maxAge,
                loginHint, acrValues, claims, parameters, way);
    }

    /**
     * What it asks for beyond scopes.
     *
     * @throws OAuthRefusal when that is malformed
     */
    public RequestedAccess access() {
        return RequestedAccess.of(parameters);
    }

    /** The languages that the user prefers, in order, if the client says so (OpenID Connect Core 1.0 section 3.1.2.1). */
    public Optional<String> uiLocales() {
        return Optional.ofNullable(parameters.get("ui_locales"));
    }

    /** An ID token that says who is expected to be logged in (OpenID Connect Core 1.0 section 3.1.2.1). */
    public Optional<String> idTokenHint() {
        return Optional.ofNullable(parameters.get("id_token_hint"));
    }

    public boolean sent(String parameter) {
        return parameters.containsKey(parameter);
    }

    /** The thumbprint of the key that the code is to be bound to (RFC 9449 section 10). */
    public Optional<String> dpopKey() {
        return Optional.ofNullable(parameters.get("dpop_jkt"));
    }

    /** Which pushed request it is, by the digest of its handle; empty for one that came in another way. */
    public Optional<String> pushedAs() {
        return Optional.ofNullable(parameters.get("gatehouse_pushed")).filter(digest -> delivery.pushed());
    }

    /** Only the client: parameters can carry what is nobody else's business. */
    @Override
    public String toString() {
        return "AuthorizationRequest[" + clientId + "]";
    }
}
