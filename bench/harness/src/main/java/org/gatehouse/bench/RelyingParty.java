package org.gatehouse.bench;

import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/**
 * An OAuth client as it uses the code flow with PKCE.
 *
 * @param scope what it asks for
 */
record RelyingParty(String authorizeUrl, String tokenUrl, String clientId, String scope) {

    /** The form of a client that comes for itself; without {@code openid}, so that no product makes an ID token. */
    static final String CLIENT_CREDENTIALS = "grant_type=client_credentials&scope=profile+email";

    private static final String VERIFIER = "a-verifier-of-the-benchmark-that-is-long-enough-for-rfc-7636";
    private static final String CHALLENGE = challenge();

    String authorizationRequest() {
        return authorizeUrl + "?" + Browser.form(new TreeMap<>(Map.of("response_type", "code", "client_id", clientId,
                "redirect_uri", Product.REDIRECT, "scope", scope, "state", "s", "nonce", "n",
                "code_challenge", CHALLENGE, "code_challenge_method", "S256")));
    }

    boolean isAnswer(String location) {
        return location != null && location.startsWith(Product.REDIRECT);
    }

    /** The code in the redirect to the client. */
    String code(String location) {
        for (String pair : location.substring(location.indexOf('?') + 1).split("&")) {
            if (pair.startsWith("code=")) {
                return java.net.URLDecoder.decode(pair.substring(5), StandardCharsets.UTF_8);
            }
        }
        throw new IllegalStateException("no code in " + location);
    }

    JsonObject redeem(Browser browser, String code) {
        return token(browser, Map.of("grant_type", "authorization_code", "code", code, "redirect_uri", Product.REDIRECT,
                "code_verifier", VERIFIER));
    }

    JsonObject refresh(Browser browser, String refreshToken) {
        return token(browser, Map.of("grant_type", "refresh_token", "refresh_token", refreshToken));
    }

    JsonObject clientCredentials(Browser browser) {
        return token(browser, Map.of("grant_type", "client_credentials"));
    }

    /** The value of an Authorization header with the client's secret. */
    String basic() {
        return "Basic " + Base64.getEncoder().encodeToString((clientId + ":" + Product.CLIENT_SECRET).getBytes(StandardCharsets.UTF_8));
    }

    private JsonObject token(Browser browser, Map<String, String> fields) {
        return Browser.json(browser.postForm(tokenUrl, fields, "Authorization", basic()), 200);
    }

    private static String challenge() {
        try {
            byte[] digest = java.security.MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (java.security.NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
