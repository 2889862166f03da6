package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** The steps of the authorization code flow as bare HTTP, so that a test can bend each of them. */
final class CodeFlow {

    static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk-and-a-bit-more";

    private final HttpBrowser browser;
    private final String clientId;
    private final String redirectUri;

    CodeFlow(HttpBrowser browser, String clientId, String redirectUri) {
        this.browser = browser;
        this.clientId = clientId;
        this.redirectUri = redirectUri;
    }

    /** The parameters of a correct authorization request; change them before {@link #authorize}. */
    Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("response_type", "code");
        parameters.put("client_id", clientId);
        parameters.put("redirect_uri", redirectUri);
        parameters.put("scope", "openid profile email offline_access");
        parameters.put("state", "the-state");
        parameters.put("nonce", "the-nonce");
        parameters.put("code_challenge", challenge());
        parameters.put("code_challenge_method", "S256");
        return parameters;
    }

    HttpResponse<String> authorize(Map<String, String> parameters) {
        return browser.get("/application/o/authorize/?" + HttpBrowser.form(parameters));
    }

    /** Runs the authorization with the browser's login and returns the query of the redirect to the client. */
    Map<String, String> response(Map<String, String> parameters) {
        HttpResponse<String> response = authorize(parameters);
        for (int hop = 0; hop < 8; hop++) {
            String location = response.headers().firstValue("location").orElse(null);
            assertThat(location).as(response.statusCode() + " " + response.uri() + " " + response.body()).isNotNull();
            if (location.startsWith(redirectUri)) {
                return query(URI.create(location).getRawQuery());
            }
            response = browser.get(response.uri().resolve(location).toString());
        }
        throw new AssertionError("too many redirects");
    }

    String code() {
        return response(parameters()).get("code");
    }

    /** The parameters of a correct token request. */
    Map<String, String> tokenParameters(String code) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("grant_type", "authorization_code");
        parameters.put("code", code);
        parameters.put("redirect_uri", redirectUri);
        parameters.put("code_verifier", VERIFIER);
        return parameters;
    }

    HttpResponse<String> token(Map<String, String> parameters, String secret) {
        String basic = Base64.getEncoder().encodeToString((clientId + ":" + HttpBrowser.encode(secret)).getBytes(StandardCharsets.UTF_8));
        return browser.postForm("/application/o/token/", parameters, "Authorization", "Basic " + basic);
    }

    static Map<String, String> query(String rawQuery) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String pair : rawQuery.split("&")) {
            int equals = pair.indexOf('=');
            values.put(pair.substring(0, equals), java.net.URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
        }
        return values;
    }

    private static String challenge() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (java.security.NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
