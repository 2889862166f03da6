package org.gatehouse.provider.oauth2.protocol;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The answer to an authorization request, good or bad, on its way through the browser.
 *
 * @param redirectUri a registered URI
 * @param parameters by name, each once; {@code iss} is always among them (RFC 9207)
 */
public record AuthorizationResponse(String redirectUri, ResponseMode mode, Map<String, String> parameters) {

    /** Hands out a code (RFC 6749 section 4.1.2). */
    public static AuthorizationResponse code(String redirectUri, ResponseMode mode, String code, Optional<String> state, String issuer) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("code", code);
        return with(redirectUri, mode, parameters, state, issuer);
    }

    /** Says why there is no code (RFC 6749 section 4.1.2.1). */
    public static AuthorizationResponse error(String redirectUri, ResponseMode mode, OAuthError error, Optional<String> state, String issuer) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("error", error.error());
        parameters.put("error_description", error.description());
        return with(redirectUri, mode, parameters, state, issuer);
    }

    private static AuthorizationResponse with(String redirectUri, ResponseMode mode, Map<String, String> parameters,
            Optional<String> state, String issuer) {
        state.ifPresent(value -> parameters.put("state", value));
        parameters.put("iss", issuer);
        return new AuthorizationResponse(redirectUri, mode, parameters);
    }

    /** This answer with one parameter more. */
    public AuthorizationResponse with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(parameters);
        more.put(name, value);
        return new AuthorizationResponse(redirectUri, mode, more);
    }

    /** The address to redirect to in mode {@code query}. */
    public String location() {
        String query = parameters.entrySet().stream().map(entry -> encode(entry.getKey()) + "=" + encode(entry.getValue()))
                .collect(Collectors.joining("&"));
        return redirectUri + (redirectUri.indexOf('?') < 0 ? "?" : "&") + query;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Without the parameters: a code is a secret. */
    @Override
    public String toString() {
        return "AuthorizationResponse[" + mode + "]";
    }
}
