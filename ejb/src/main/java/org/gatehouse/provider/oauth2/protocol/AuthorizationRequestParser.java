package org.gatehouse.provider.oauth2.protocol;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.gatehouse.model.WireName;

/** Reads an authorization request. The one place where its parameter names are spelled. */
public final class AuthorizationRequestParser {

    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");

    private AuthorizationRequestParser() {
    }

    /** The client, which is looked at before anything else. */
    public static String clientId(RequestParameters parameters) {
        return parameters.require("client_id");
    }

    /** Where the answer is to go, if the request says. */
    public static Optional<String> redirectUri(RequestParameters parameters) {
        return parameters.find("redirect_uri");
    }

    /** The state, as long as it can be told; also for answers to requests that are otherwise malformed. */
    public static Optional<String> state(RequestParameters parameters) {
        try {
            return parameters.find("state");
        } catch (OAuthRefusal repeated) {
            return Optional.empty();
        }
    }

    /** How a refusal of the request goes to the client, however malformed the request is. */
    public static ResponseMode modeOfRefusal(RequestParameters parameters) {
        return RequestedResponse.modeOfRefusal(parameters);
    }

    /**
     * Reads all of it.
     *
     * @param redirectUri the registered URI that the answer goes to
     * @throws OAuthRefusal saying what is malformed
     */
    public static AuthorizationRequest parse(RequestParameters parameters, String redirectUri) {
        parameters.refuseRepeated();
        ResponseType type = RequestedResponse.type(parameters);
        return new AuthorizationRequest(
                clientId(parameters),
                redirectUri,
                type,
                RequestedResponse.mode(parameters, type),
                parameters.find("scope").map(Scopes::parse).orElse(List.of()),
                parameters.find("state"),
                parameters.find("nonce"),
                PkceChallenge.of(parameters.find("code_challenge"), parameters.find("code_challenge_method")),
                prompt(parameters),
                maxAge(parameters),
                parameters.find("login_hint"),
                words(parameters, "acr_values"),
                parameters.find("claims").map(ClaimsRequest::parse).orElse(ClaimsRequest.NONE),
                parameters.toMap(),
                RequestDelivery.DIRECT);
    }

    private static List<String> words(RequestParameters parameters, String name) {
        return parameters.find(name).map(text -> Arrays.stream(text.strip().split(" +")).distinct().toList()).orElse(List.of());
    }

    private static Set<Prompt> prompt(RequestParameters parameters) {
        Set<Prompt> prompts = new LinkedHashSet<>();
        words(parameters, "prompt").forEach(name -> prompts.add(WireName.find(Prompt.class, name).orElseThrow(
                () -> new OAuthRefusal(OAuthErrorCode.INVALID_REQUEST, "The prompt is not supported."))));
        return Set.copyOf(prompts);
    }

    private static Optional<Duration> maxAge(RequestParameters parameters) {
        return parameters.find("max_age").map(text -> {
            if (!SECONDS.matcher(text).matches()) {
                throw new OAuthRefusal(OAuthErrorCode.INVALID_REQUEST, "The max_age is not a number of seconds.");
            }
            return Duration.ofSeconds(Long.parseLong(text));
        });
    }
}
