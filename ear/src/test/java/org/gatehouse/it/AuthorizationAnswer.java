package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How an authorization request ended, as the client gets to see it.
 *
 * @param way {@code query}, {@code fragment} or {@code form_post}
 */
record AuthorizationAnswer(String way, Map<String, String> parameters) {

    private static final Pattern INPUT = Pattern.compile("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\"");

    /** Follows the browser from a response to the client's redirect URI. */
    static AuthorizationAnswer of(HttpBrowser browser, HttpResponse<String> first, String redirectUri) {
        HttpResponse<String> response = first;
        for (int hop = 0; hop < 8; hop++) {
            String location = response.headers().firstValue("location").orElse(null);
            if (location == null) {
                return posted(response, redirectUri);
            }
            if (location.startsWith(redirectUri)) {
                return redirected(URI.create(location));
            }
            response = browser.get(response.uri().resolve(location).toString());
        }
        throw new AssertionError("too many redirects");
    }

    private static AuthorizationAnswer redirected(URI location) {
        return location.getRawFragment() == null ? new AuthorizationAnswer("query", CodeFlow.query(location.getRawQuery()))
                : new AuthorizationAnswer("fragment", CodeFlow.query(location.getRawFragment()));
    }

    /** The form works by its button, and no script stands in the page itself. */
    private static AuthorizationAnswer posted(HttpResponse<String> page, String redirectUri) {
        assertThat(page.body()).as(page.statusCode() + " " + page.uri()).contains("action=\"" + redirectUri + "\"").contains("type=\"submit\"")
                .doesNotContain("onload=").doesNotContainPattern("<script>");
        assertThat(page.headers().firstValue("content-security-policy").orElseThrow()).contains("script-src 'self'").doesNotContain("form-action");
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher input = INPUT.matcher(page.body().substring(page.body().indexOf("action=\"" + redirectUri)));
        while (input.find()) {
            fields.put(input.group(1), input.group(2).replace("&amp;", "&"));
        }
        return new AuthorizationAnswer("form_post", fields);
    }

    String get(String parameter) {
        return parameters.get(parameter);
    }

    /** The claims of a token that was signed with a key of this set. */
    static JWTClaimsSet verified(String token, String keySet) {
        try {
            SignedJWT jwt = SignedJWT.parse(token);
            var key = JWKSet.parse(keySet).getKeyByKeyId(jwt.getHeader().getKeyID()).toRSAKey();
            assertThat(jwt.verify(new RSASSAVerifier(key))).as("signature").isTrue();
            return jwt.getJWTClaimsSet();
        } catch (java.text.ParseException | com.nimbusds.jose.JOSEException broken) {
            throw new AssertionError(token, broken);
        }
    }
}
