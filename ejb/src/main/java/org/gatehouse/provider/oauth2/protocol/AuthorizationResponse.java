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
 * @param parameters by name, each once; {@code iss} is always among them (RFC 9207), or in the token that stands for them (JARM)
 */
public record AuthorizationResponse(String redirectUri, ResponseMode mode, Map<String, String> parameters) {

    /** Hands out what was issued: a code (RFC 6749 section 4.1.2), tokens (section 4.2.2), or both. */
    public static AuthorizationResponse success(String redirectUri, ResponseMode mode, Map<String, String> issued, Optional<String> state,
            String issuer) {
        return with(redirectUri, mode, new LinkedHashMap<>(issued), state, issuer);
    }

    /** Says why nothing was issued (RFC 6749 sections 4.1.2.1 and 4.2.2.1). */
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

    /** The same answer as one signed token (JARM section 2.3). */
    public AuthorizationResponse secured(String token) {
        return new AuthorizationResponse(redirectUri, mode.transport(), Map.of("response", token));
    }

    /** Whether it is posted by a form, and not redirected. */
    public boolean isForm() {
        return mode.transport() == ResponseMode.FORM_POST;
    }

    /** The address to redirect to, unless it {@linkplain #isForm() is posted}. */
    public String location() {
        String pairs = parameters.entrySet().stream().map(entry -> encode(entry.getKey()) + "=" + encode(entry.getValue()))
                .collect(Collectors.joining("&"));
        boolean fragment = mode.transport() == ResponseMode.FRAGMENT;
        return redirectUri + (fragment ? "#" : redirectUri.indexOf('?') < 0 ? "?" : "&") + pairs;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Without the parameters: codes and tokens are secrets. */
    @Override
    public String toString() {
        return "AuthorizationResponse[" + mode + "]";
    }
}
