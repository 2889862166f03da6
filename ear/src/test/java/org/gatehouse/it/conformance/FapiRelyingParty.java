package org.gatehouse.it.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.it.conformance.RelyingParty.done;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.oauth2.sdk.token.DPoPAccessToken;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import jakarta.json.JsonObject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gatehouse.it.HttpBrowser;

/** A relying party of the FAPI plans, which pushes its requests and proves possession of its keys; each step can be bent. */
final class FapiRelyingParty {

    private static final JOSEObjectType REQUEST_OBJECT = new JOSEObjectType("oauth-authz-req+jwt");

    private final FapiClient client;
    private final OIDCProviderMetadata metadata;
    private final CodeVerifier verifier = new CodeVerifier();
    private final HttpBrowser http;

    FapiRelyingParty(String issuer, FapiClient client, HttpBrowser http) {
        this.client = client;
        this.http = http;
        this.metadata = done(() -> OIDCProviderMetadata.resolve(new Issuer(issuer)));
    }

    OIDCProviderMetadata metadata() {
        return metadata;
    }

    FapiClient client() {
        return client;
    }

    String issuer() {
        return metadata.getIssuer().getValue();
    }

    /** A correct request; parameters follow in pairs, and a null takes one away. */
    Map<String, String> request(String... more) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("response_type", "code");
        parameters.put("client_id", client.id());
        parameters.put("redirect_uri", client.redirectUri());
        parameters.put("scope", "openid profile");
        parameters.put("state", new State().getValue());
        parameters.put("nonce", new Nonce().getValue());
        parameters.put("code_challenge", CodeChallenge.compute(CodeChallengeMethod.S256, verifier).getValue());
        parameters.put("code_challenge_method", "S256");
        return bent(parameters, more);
    }

    static Map<String, String> bent(Map<String, String> parameters, String... more) {
        Map<String, String> bent = new LinkedHashMap<>(parameters);
        for (int i = 0; i < more.length; i += 2) {
            bent.remove(more[i]);
            if (more[i + 1] != null) {
                bent.put(more[i], more[i + 1]);
            }
        }
        return bent;
    }

    /** The parameters that say who the client is. */
    Map<String, String> authenticated(Map<String, String> parameters) {
        return authenticated(parameters, client.authentication(issuer()).getClientAssertion().serialize());
    }

    Map<String, String> authenticated(Map<String, String> parameters, String assertion) {
        return bent(parameters, "client_id", client.id(), "client_assertion", assertion,
                "client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
    }

    /** A request object with these claims and those that FAPI wants. */
    String signed(Map<String, String> request, JWSAlgorithm algorithm, Instant notBefore, Instant expires, String audience) {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder().issuer(client.id()).audience(audience)
                .notBeforeTime(notBefore == null ? null : Date.from(notBefore)).expirationTime(expires == null ? null : Date.from(expires));
        request.forEach(claims::claim);
        return done(() -> {
            SignedJWT object = new SignedJWT(new JWSHeader.Builder(algorithm).type(REQUEST_OBJECT).keyID(client.key().getKeyID()).build(), claims.build());
            object.sign(new ECDSASigner(client.key()));
            return object.serialize();
        });
    }

    /** As the client should sign it. */
    String signed(Map<String, String> request) {
        Instant now = Instant.now();
        return signed(request, JWSAlgorithm.ES256, now.minusSeconds(1), now.plusSeconds(240), issuer());
    }

    HttpResponse<String> push(Map<String, String> form) {
        return http.postForm(metadata.getPushedAuthorizationRequestEndpointURI().toString(), form);
    }

    /** The reference to a pushed request, which has to be accepted. */
    String pushed(Map<String, String> request) {
        HttpResponse<String> response = push(authenticated(request));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
        JsonObject json = HttpBrowser.json(response);
        assertThat(json.getInt("expires_in")).isBetween(1, 599);
        return json.getString("request_uri");
    }

    Arrival authorize(SuiteBrowser browser, String requestUri) {
        return browser.open(address(requestUri));
    }

    String address(String requestUri) {
        return RelyingParty.address(metadata.getAuthorizationEndpointURI(), Map.of("client_id", client.id(), "request_uri", requestUri));
    }

    /** Pushes and authorizes a request; the code. */
    String code(SuiteBrowser browser, Map<String, String> request) {
        Arrival arrival = authorize(browser, pushed(request)).succeeded();
        assertThat(arrival.get("state")).isEqualTo(request.get("state"));
        assertThat(arrival.get("iss")).isEqualTo(issuer());
        return arrival.code();
    }

    /** The form that redeems a code. */
    Map<String, String> redemption(String code) {
        return Map.of("grant_type", "authorization_code", "code", code, "redirect_uri", client.redirectUri(), "code_verifier", verifier.getValue());
    }

    /** Sends an authenticated form to the token endpoint with a proof of possession. */
    HttpResponse<String> token(Map<String, String> form) {
        return token(authenticated(form), client.proof("POST", metadata.getTokenEndpointURI()));
    }

    HttpResponse<String> token(Map<String, String> form, SignedJWT proof) {
        String address = metadata.getTokenEndpointURI().toString();
        return proof == null ? http.postForm(address, form) : http.postForm(address, form, "DPoP", proof.serialize());
    }

    /** The tokens of an answer, which has to have some that are bound to the client's key. */
    static JsonObject granted(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(response.headers().firstValue("cache-control").orElse("")).contains("no-store");
        JsonObject tokens = HttpBrowser.json(response);
        assertThat(tokens.getString("token_type")).isEqualTo("DPoP");
        return tokens;
    }

    static String error(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isBetween(400, 401);
        return HttpBrowser.json(response).getString("error");
    }

    /** Asks for userinfo with the token and this proof, or without any. */
    HttpResponse<String> userInfo(String scheme, String token, SignedJWT proof) {
        var request = http.request(metadata.getUserInfoEndpointURI().toString()).GET().header("Authorization", scheme + " " + token);
        return http.send(proof == null ? request : request.header("DPoP", proof.serialize()));
    }

    HttpResponse<String> userInfo(String token) {
        URI address = metadata.getUserInfoEndpointURI();
        AccessToken bound = new DPoPAccessToken(token);
        return userInfo("DPoP", token, client.proof("GET", address, bound));
    }
}
