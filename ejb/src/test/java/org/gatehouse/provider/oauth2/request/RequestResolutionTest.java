package org.gatehouse.provider.oauth2.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.provider.oauth2.authorize.AuthorizationChecksTest.refuses;
import static org.gatehouse.provider.oauth2.request.TestObjects.claims;
import static org.gatehouse.provider.oauth2.request.TestObjects.client;
import static org.gatehouse.provider.oauth2.request.TestObjects.signed;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.outgoing.OutgoingHttp;
import org.gatehouse.outgoing.OutgoingRequest;
import org.gatehouse.outgoing.OutgoingResponse;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.TestClients;
import org.gatehouse.provider.oauth2.protocol.OAuthErrorCode;
import org.gatehouse.provider.oauth2.protocol.RequestDelivery;
import org.gatehouse.provider.oauth2.protocol.RequestParameters;
import org.junit.jupiter.api.Test;

class RequestResolutionTest {

    private static final String OBJECT_URI = "https://rp.example.com/object.jwt";

    private final Map<String, ResolvedRequest> pushed = new HashMap<>();
    private final Map<String, ResolvedRequest> aside = new HashMap<>();
    private final List<String> called = new ArrayList<>();
    private String published = "";
    private int status = 200;

    private final RequestResolution resolution = new RequestResolution(new StoredRequests() {
        @Override
        Optional<ResolvedRequest> findPushed(OAuthClient client, String handle) {
            return Optional.ofNullable(pushed.get(handle));
        }

        @Override
        Optional<ResolvedRequest> takeAside(OAuthClient client, String handle) {
            return Optional.ofNullable(aside.remove(handle));
        }
    }, TestObjects.objects(), new RequestObjectFetch(new OutgoingHttp() {
        @Override
        public OutgoingResponse send(OutgoingRequest request) {
            called.add(request.url());
            return new OutgoingResponse(status, "application/jwt", published.getBytes());
        }
    }));

    @Test
    void leavesAnOrdinaryRequestAsItIs() {
        ResolvedRequest request = resolution.resolve(client(), sent("state", "s"));

        assertThat(request.delivery()).isEqualTo(RequestDelivery.DIRECT);
        assertThat(request.parameters().toMap()).containsEntry("state", "s");
    }

    @Test
    void takesAPushedRequestAndNothingBesideItUntilItIsAnswered() {
        pushed.put("h", new ResolvedRequest(sent("state", "pushed"), new RequestDelivery(true, false, false)));
        RequestParameters query = sent("request_uri", RequestResolution.PUSHED + "h", "state", "beside", "prompt", "none");

        ResolvedRequest request = resolution.resolve(client(), query);

        assertThat(request.parameters().toMap()).containsEntry("state", "pushed").doesNotContainKey("prompt");
        assertThat(request.delivery().pushed()).isTrue();
        assertThat(resolution.resolve(client(), query).delivery().pushed()).isTrue();
        pushed.clear();
        refuses(OAuthErrorCode.INVALID_REQUEST_URI, () -> resolution.resolve(client(), query));
    }

    @Test
    void refusesRequestsThatWereNotPushedWhereTheyHaveToBe() {
        for (JsonObjectBuilder settings : List.of(Json.createObjectBuilder().add("require_pushed_authorization_requests", true),
                Json.createObjectBuilder().add("security_profile", "fapi_2_security"))) {
            OAuthClient client = client(settings);
            refuses(OAuthErrorCode.INVALID_REQUEST, () -> resolution.resolve(client, sent()));
            refuses(OAuthErrorCode.INVALID_REQUEST, () -> resolution.resolve(client, sent("request", signed(claims()))));
            assertThat(resolution.resolvePushed(client, sent()).delivery().pushed()).isTrue();
        }
    }

    @Test
    void refusesRequestsThatNobodyHasSignedWhereTheyHaveToBe() {
        OAuthClient client = client(Json.createObjectBuilder().add("require_signed_request_object", true));

        refuses(OAuthErrorCode.INVALID_REQUEST, () -> resolution.resolve(client, sent()));
        refuses(OAuthErrorCode.INVALID_REQUEST, () -> resolution.resolvePushed(client, sent()));
        assertThat(resolution.resolve(client, sent("request", signed(claims()))).delivery().signed()).isTrue();
    }

    @Test
    void refusesTwoRequestsInOne() {
        refuses(OAuthErrorCode.INVALID_REQUEST,
                () -> resolution.resolve(client(), sent("request", signed(claims()), "request_uri", OBJECT_URI)));
        refuses(OAuthErrorCode.INVALID_REQUEST,
                () -> resolution.resolve(client(), sent("request", signed(claims()), "request_uri", RequestResolution.PUSHED + "h")));
    }

    @Test
    void refusesARequestUriThatIsPushed() {
        refuses(OAuthErrorCode.INVALID_REQUEST, () -> resolution.resolvePushed(client(), sent("request_uri", RequestResolution.PUSHED + "h")));
        refuses(OAuthErrorCode.INVALID_REQUEST, () -> resolution.resolvePushed(client(), sent("request_uri", OBJECT_URI)));
    }

    @Test
    void keepsNoProofOfTheClientWithAPushedRequest() {
        ResolvedRequest request = resolution.resolvePushed(client(), sent("client_secret", "s", "client_assertion", "a",
                "client_assertion_type", "t", "gatehouse_login", "m", "state", "s"));

        assertThat(request.parameters().toMap()).containsOnlyKeys("client_id", "redirect_uri", "response_type", "scope", "state");
    }

    @Test
    void givesTheObjectPrecedenceInOpenidRequests() {
        ResolvedRequest request = resolution.resolve(client(),
                sent("scope", "openid email", "request", signed(claims()), "state", "beside", "login_hint", "alice"));

        assertThat(request.parameters().toMap()).containsEntry("state", "inside").containsEntry("scope", "openid")
                .containsEntry("login_hint", "alice").doesNotContainKey("request");
    }

    @Test
    void countsTheObjectAloneOtherwise() {
        RequestParameters plainOauth = sent("scope", "api", "request", signed(claims()), "login_hint", "alice");
        OAuthClient strict = client(Json.createObjectBuilder().add("require_signed_request_object", true));

        assertThat(resolution.resolve(client(), plainOauth).parameters().toMap()).doesNotContainKey("login_hint");
        assertThat(resolution.resolve(strict, sent("scope", "openid", "request", signed(claims()), "login_hint", "alice")).parameters().toMap())
                .doesNotContainKey("login_hint");
    }

    @Test
    void refusesAnObjectOfAnotherClientOrResponseType() {
        refuses(OAuthErrorCode.INVALID_REQUEST_OBJECT,
                () -> resolution.resolve(client(), sent("request", signed(claims().claim("client_id", "another")))));
        refuses(OAuthErrorCode.INVALID_REQUEST_OBJECT,
                () -> resolution.resolve(client(), sent("response_type", "token", "request", signed(claims()))));
    }

    @Test
    void fetchesRegisteredAddressesOnly() {
        published = signed(claims());
        OAuthClient client = client(uris(OBJECT_URI));

        assertThat(resolution.resolve(client, sent("request_uri", OBJECT_URI)).delivery().signed()).isTrue();
        assertThat(called).containsExactly(OBJECT_URI);
        for (String foreign : List.of("https://evil.example/", "http://169.254.169.254/latest/meta-data", OBJECT_URI + "?x", OBJECT_URI + "/",
                "file:///etc/passwd", "urn:other:h", OBJECT_URI.toUpperCase())) {
            refuses(OAuthErrorCode.INVALID_REQUEST_URI, () -> resolution.resolve(client, sent("request_uri", foreign)));
        }
        refuses(OAuthErrorCode.REQUEST_URI_NOT_SUPPORTED, () -> resolution.resolve(client(), sent("request_uri", OBJECT_URI)));
        assertThat(called).hasSize(1);
    }

    @Test
    void holdsAnAddressToTheDigestThatItNames() {
        published = signed(claims());
        String digest = java.util.Base64.getUrlEncoder().withoutPadding()
                .encodeToString(org.gatehouse.crypto.Digests.sha256Bytes(published));
        OAuthClient client = client(uris(OBJECT_URI));

        assertThat(resolution.resolve(client, sent("request_uri", OBJECT_URI + "#" + digest)).delivery().signed()).isTrue();
        refuses(OAuthErrorCode.INVALID_REQUEST_URI, () -> resolution.resolve(client, sent("request_uri", OBJECT_URI + "#other")));
    }

    @Test
    void refusesWhatCannotBeFetchedOrComesInTheClear() {
        OAuthClient client = client(uris(OBJECT_URI, "http://rp.example.com/object").add("request_object_signing_alg", "none"));
        published = new com.nimbusds.jwt.PlainJWT(claims().build()).serialize();

        assertThat(resolution.resolve(client, sent("request_uri", OBJECT_URI)).delivery().signed()).isFalse();
        refuses(OAuthErrorCode.INVALID_REQUEST_URI, () -> resolution.resolve(client, sent("request_uri", "http://rp.example.com/object")));
        status = 302;
        refuses(OAuthErrorCode.INVALID_REQUEST_URI, () -> resolution.resolve(client, sent("request_uri", OBJECT_URI)));
    }

    @Test
    void comesBackToWhatWasPutAsideOnceAndWithTheMarker() {
        aside.put("h", new ResolvedRequest(sent("state", "kept"), new RequestDelivery(true, true, false)));
        RequestParameters back = sent(RequestResolution.ASIDE, "h", "gatehouse_login", "sealed", "state", "other");

        ResolvedRequest request = resolution.resolve(client(Json.createObjectBuilder().add("require_pushed_authorization_requests", true)), back);

        assertThat(request.parameters().toMap()).containsEntry("state", "kept").containsEntry("gatehouse_login", "sealed");
        assertThat(request.delivery()).isEqualTo(new RequestDelivery(true, true, false));
        refuses(OAuthErrorCode.INVALID_REQUEST, () -> resolution.resolve(client(), back));
    }

    @Test
    void fillsInWhatTheClientHasRegistered() {
        OAuthClient client = client(Json.createObjectBuilder().add("default_max_age", 600)
                .add("default_acr_values", Json.createArrayBuilder().add("a").add("b")));

        assertThat(resolution.resolve(client, sent()).parameters().toMap()).containsEntry("max_age", "600").containsEntry("acr_values", "a b");
        assertThat(resolution.resolve(client, sent("max_age", "5")).parameters().toMap()).containsEntry("max_age", "5");
    }

    @Test
    void survivesTheDatabase() {
        RequestParameters several = RequestParameters.of(Map.of("client_id", List.of("app"), "resource", List.of("https://a.example", "https://b.example")));
        ResolvedRequest request = new ResolvedRequest(several, new RequestDelivery(true, true, false));

        ResolvedRequest read = StoredRequest.of(request).resolved();

        assertThat(read.parameters().all()).isEqualTo(several.all());
        assertThat(read.delivery()).isEqualTo(request.delivery());
    }

    private static JsonObjectBuilder uris(String... uris) {
        return Json.createObjectBuilder().add("request_uris", Json.createArrayBuilder(List.of(uris)));
    }

    private static RequestParameters sent(String... changes) {
        Map<String, List<String>> sent = new LinkedHashMap<>();
        sent.put("client_id", List.of("app"));
        sent.put("response_type", List.of("code"));
        sent.put("redirect_uri", List.of(TestClients.REDIRECT_URI));
        sent.put("scope", List.of("openid"));
        for (int i = 0; i < changes.length; i += 2) {
            sent.put(changes[i], List.of(changes[i + 1]));
        }
        return RequestParameters.of(sent);
    }
}
