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

    /** The response mode if it can be told, else the default of the code flow. */
    public static ResponseMode responseModeOrDefault(RequestParameters parameters) {
        try {
            return responseMode(parameters);
        } catch (OAuthRefusal unknown) {
            return ResponseMode.QUERY;
        }
    }

    /**
     * Reads all of it.
     *
     * @param redirectUri the registered URI that the answer goes to
     * @throws OAuthRefusal saying what is malformed
     */
    public static AuthorizationRequest parse(RequestParameters parameters, String redirectUri) {
        parameters.refuseRepeated();
        return new AuthorizationRequest(
                clientId(parameters),
                redirectUri,
                parameters.require("response_type"),
                responseMode(parameters),
                parameters.find("scope").map(Scopes::parse).orElse(List.of()),
                parameters.find("state"),
                parameters.find("nonce"),
                PkceChallenge.of(parameters.find("code_challenge"), parameters.find("code_challenge_method")),
                prompt(parameters),
                maxAge(parameters),
                parameters.find("login_hint"),
                parameters.toMap(),
                RequestDelivery.DIRECT);
    }

    private static ResponseMode responseMode(RequestParameters parameters) {
        return parameters.find("response_mode")
                .map(mode -> WireName.find(ResponseMode.class, mode).orElseThrow(
                        () -> new OAuthRefusal(OAuthErrorCode.INVALID_REQUEST, "The response_mode is not supported.")))
                .orElse(ResponseMode.QUERY);
    }

    private static Set<Prompt> prompt(RequestParameters parameters) {
        Set<Prompt> prompts = new LinkedHashSet<>();
        parameters.find("prompt").stream().flatMap(text -> Arrays.stream(text.strip().split(" +")))
                .forEach(name -> prompts.add(WireName.find(Prompt.class, name).orElseThrow(
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
