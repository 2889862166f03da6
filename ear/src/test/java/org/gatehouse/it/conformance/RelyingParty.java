package org.gatehouse.it.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.UserInfoResponse;
import com.nimbusds.openid.connect.sdk.claims.AccessTokenHash;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.claims.UserInfo;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/** A relying party made of the Nimbus SDK, which parses and validates everything it gets; nothing in it knows Gatehouse. */
final class RelyingParty {

    private final SuiteClient client;
    private final String responseMode;
    private final OIDCProviderMetadata metadata;

    /** @param responseMode how it wants its answers, or null for the default of its requests */
    RelyingParty(String issuer, SuiteClient client, String responseMode) {
        this.client = client;
        this.responseMode = responseMode;
        this.metadata = done(() -> OIDCProviderMetadata.resolve(new Issuer(issuer)));
    }

    OIDCProviderMetadata metadata() {
        return metadata;
    }

    SuiteClient client() {
        return client;
    }

    /** A plain request with state and nonce; parameters follow in pairs, and a null takes one away. */
    Map<String, String> request(String responseType, String scope, String... more) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("response_type", responseType);
        parameters.put("client_id", client.id());
        parameters.put("redirect_uri", client.redirectUri());
        parameters.put("scope", scope);
        parameters.put("state", new State().getValue());
        parameters.put("nonce", new Nonce().getValue());
        if (responseMode != null) {
            parameters.put("response_mode", responseMode);
        }
        for (int i = 0; i < more.length; i += 2) {
            if (more[i + 1] == null) {
                parameters.remove(more[i]);
            } else {
                parameters.put(more[i], more[i + 1]);
            }
        }
        return parameters;
    }

    /** The address that carries a request. */
    String address(Map<String, String> parameters) {
        return address(metadata.getAuthorizationEndpointURI(), parameters);
    }

    static String address(URI endpoint, Map<String, String> parameters) {
        return endpoint + "?" + parameters.entrySet().stream()
                .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue())).collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Sends the request through the browser and checks what every answer has to say: whose it is, and to which request. */
    Arrival authorize(SuiteBrowser browser, Map<String, String> parameters) {
        return checked(browser.open(address(parameters)), parameters);
    }

    Arrival checked(Arrival arrival, Map<String, String> parameters) {
        if (arrival.callback() != null) {
            assertThat(arrival.callback().toString()).startsWith(client.redirectUri());
            assertThat(arrival.delivery()).isEqualTo(expectedDelivery(parameters));
            assertThat(arrival.get("state")).isEqualTo(parameters.get("state"));
            assertThat(arrival.get("iss")).as("RFC 9207").isEqualTo(metadata.getIssuer().getValue());
        }
        return arrival;
    }

    private static String expectedDelivery(Map<String, String> parameters) {
        boolean inFragment = parameters.getOrDefault("response_type", "").contains("token");
        return parameters.getOrDefault("response_mode", inFragment ? "fragment" : "query");
    }

    /** Redeems a code with the client secret in the header. */
    TokenResponse redeem(String code) {
        return token(client.basic(), code(code, null));
    }

    AuthorizationGrant code(String code, CodeVerifier verifier) {
        return new AuthorizationCodeGrant(new AuthorizationCode(code), URI.create(client.redirectUri()), verifier);
    }

    TokenResponse refresh(String token) {
        return token(client.basic(), new RefreshTokenGrant(new RefreshToken(token)));
    }

    TokenResponse token(ClientAuthentication authentication, AuthorizationGrant grant) {
        return done(() -> {
            HTTPResponse response = new TokenRequest.Builder(metadata.getTokenEndpointURI(), authentication, grant).build().toHTTPRequest().send();
            assertThat(response.getCacheControl()).contains("no-store");
            return OIDCTokenResponseParser.parse(response);
        });
    }

    /** The tokens; fails when there are none. */
    static OIDCTokenResponse granted(TokenResponse response) {
        assertThat(response.indicatesSuccess()).as(response.indicatesSuccess() ? "" : response.toErrorResponse().getErrorObject().toString()).isTrue();
        return (OIDCTokenResponse) response.toSuccessResponse();
    }

    /** The error code; fails when there are tokens. */
    static String refused(TokenResponse response) {
        assertThat(response.indicatesSuccess()).isFalse();
        return response.toErrorResponse().getErrorObject().getCode();
    }

    /** Runs the whole code flow and validates the ID token. */
    Login logIn(SuiteBrowser browser, Map<String, String> parameters) {
        OIDCTokenResponse tokens = granted(redeem(authorize(browser, parameters).code()));
        return new Login(tokens, verify(tokens.getOIDCTokens().getIDToken(), parameters.get("nonce"), tokens.getOIDCTokens().getAccessToken()));
    }

    /** What a login has yielded. */
    record Login(OIDCTokenResponse tokens, IDTokenClaimsSet claims) {

        AccessToken accessToken() {
            return tokens.getOIDCTokens().getAccessToken();
        }

        String idToken() {
            return tokens.getOIDCTokens().getIDTokenString();
        }

        String refreshToken() {
            return tokens.getOIDCTokens().getRefreshToken() == null ? null : tokens.getOIDCTokens().getRefreshToken().getValue();
        }
    }

    /** The claims of an ID token that is valid for this client, this nonce and, where there is one, this access token. */
    IDTokenClaimsSet verify(JWT idToken, String nonce, AccessToken accessToken) {
        return done(() -> {
            JWSAlgorithm algorithm = (JWSAlgorithm) idToken.getHeader().getAlgorithm();
            assertThat(metadata.getIDTokenJWSAlgs()).contains(algorithm);
            IDTokenValidator validator = new IDTokenValidator(metadata.getIssuer(), client.clientId(), algorithm, metadata.getJWKSetURI().toURL());
            IDTokenClaimsSet claims = validator.validate(idToken, nonce == null ? null : new Nonce(nonce));
            if (accessToken != null && claims.getAccessTokenHash() != null) {
                assertThat(claims.getAccessTokenHash()).isEqualTo(AccessTokenHash.compute(accessToken, algorithm, null));
            }
            return claims;
        });
    }

    /** The claims about the user, about whom the ID token must have been. */
    UserInfo userInfo(Login login) {
        UserInfo info = userInfo(new UserInfoRequest(metadata.getUserInfoEndpointURI(), login.accessToken()).toHTTPRequest());
        assertThat(info.getSubject()).isEqualTo(login.claims().getSubject());
        return info;
    }

    UserInfo userInfo(HTTPRequest request) {
        return done(() -> {
            UserInfoResponse response = UserInfoResponse.parse(request.send());
            assertThat(response.indicatesSuccess()).isTrue();
            return response.toSuccessResponse().getUserInfo();
        });
    }

    /** The keys that the metadata lead to, by what each is for. */
    List<String> keyTypes() {
        return done(() -> com.nimbusds.jose.jwk.JWKSet.load(metadata.getJWKSetURI().toURL()).getKeys().stream()
                .map(key -> key.getKeyType().getValue()).toList());
    }

    /** Runs what can fail in ways that only mean that the test has. */
    static <T> T done(Callable<T> work) {
        try {
            return work.call();
        } catch (RuntimeException | Error failed) {
            throw failed;
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }
}
