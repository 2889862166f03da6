package org.gatehouse.provider.oauth2.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.gatehouse.provider.oauth2.authorize.AuthorizationChecksTest.refuses;
import static org.gatehouse.provider.oauth2.authorize.AuthorizationChecksTest.request;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.TestClients;
import org.gatehouse.provider.oauth2.protocol.OAuthErrorCode;
import org.gatehouse.provider.oauth2.protocol.RequestParameters;
import org.gatehouse.provider.oauth2.protocol.RequestedAccess;
import org.gatehouse.provider.oauth2.protocol.TokenRequest;
import org.gatehouse.provider.oauth2.token.Grant;
import org.gatehouse.provider.oauth2.token.TokenOrigin;
import org.gatehouse.type.RecordCodec;
import org.junit.jupiter.api.Test;

class AccessRulesTest {

    private static final String API = "https://api.example.com/";
    private static final String FILES = "https://files.example.com/v1";
    private static final JsonObject PAYMENT = Json.createObjectBuilder().add("type", "payment").add("amount", "5").build();
    private static final JsonObject ACCOUNT = Json.createObjectBuilder().add("type", "account").build();

    private final OAuthClient client = TestClients.client(TestClients.settings().add("authorization_requests", Json.createObjectBuilder()
            .add("resources", Json.createArrayBuilder().add(API).add(FILES))
            .add("authorization_details_types", Json.createArrayBuilder().add("payment").add("account"))));

    @Test
    void readsSeveralResourcesAndDetails() {
        RequestedAccess access = RequestedAccess.of(parameters(Map.of("resource", List.of(API, FILES, API),
                "authorization_details", List.of("[" + PAYMENT + "," + ACCOUNT + "]"))));

        assertThat(access.resources()).containsExactly(API, FILES);
        assertThat(access.authorizationDetails()).containsExactly(PAYMENT, ACCOUNT);
        assertThat(RequestedAccess.of(Map.of("resource", API + " " + FILES)).resources()).containsExactly(API, FILES);
        assertThat(RequestedAccess.of(Map.of())).isEqualTo(RequestedAccess.NONE);
    }

    @Test
    void refusesResourcesThatAreNoAbsoluteUris() {
        for (String uri : List.of("/relative", "api", "https://api.example.com/#f", "https://u@api.example.com/", "https://", "//x")) {
            refuses(OAuthErrorCode.INVALID_TARGET, () -> RequestedAccess.of(parameters(Map.of("resource", List.of(uri)))));
        }
        List<String> many = java.util.stream.IntStream.range(0, 21).mapToObj(i -> API + i).toList();
        refuses(OAuthErrorCode.INVALID_TARGET, () -> RequestedAccess.of(parameters(Map.of("resource", many))));
    }

    @Test
    void refusesDetailsThatAreNoTypedObjects() {
        for (String details : List.of("{}", "[]", "[{}]", "[1]", "[{\"type\":1}]", "[{\"type\":\"\"}]", "x", "[{\"type\":\"payment\"}", "null",
                "[" + "[".repeat(200) + "]".repeat(200) + "]", "[".repeat(5000), "[{\"type\":\"payment\",\"n\":1e999999999}]")) {
            refuses(OAuthErrorCode.INVALID_AUTHORIZATION_DETAILS,
                    () -> RequestedAccess.of(parameters(Map.of("authorization_details", List.of(details)))));
        }
    }

    @Test
    void refusesWhatTheClientMayNotAskFor() {
        AccessRules rules = new AccessRules();

        assertThatCode(() -> rules.check(request("resource", API, "authorization_details", "[" + PAYMENT + "]"), client)).doesNotThrowAnyException();
        refuses(OAuthErrorCode.INVALID_TARGET, () -> rules.check(request("resource", API + "other"), client));
        refuses(OAuthErrorCode.INVALID_TARGET, () -> rules.check(request("resource", API), TestClients.confidential()));
        refuses(OAuthErrorCode.INVALID_AUTHORIZATION_DETAILS, () -> rules.check(request("authorization_details", "[{\"type\":\"x\"}]"), client));
    }

    @Test
    void givesATokenWhatWasGrantedOrLess() {
        TokenOrigin granted = origin(new RequestedAccess(List.of(API, FILES), List.of(PAYMENT, ACCOUNT)));

        assertThat(narrow(granted)).isEqualTo(granted.grant().access());
        assertThat(narrow(granted, "resource", FILES, "authorization_details", "[" + ACCOUNT + "]"))
                .isEqualTo(new RequestedAccess(List.of(FILES), List.of(ACCOUNT)));
        refuses(OAuthErrorCode.INVALID_TARGET, () -> narrow(origin(new RequestedAccess(List.of(API), List.of())), "resource", FILES));
        refuses(OAuthErrorCode.INVALID_AUTHORIZATION_DETAILS,
                () -> narrow(granted, "authorization_details", "[" + PAYMENT.toString().replace('5', '9') + "]"));
    }

    @Test
    void letsNobodyAddDetailsThatTheUserHasNotSeen() {
        refuses(OAuthErrorCode.INVALID_AUTHORIZATION_DETAILS,
                () -> narrow(origin(RequestedAccess.NONE), "authorization_details", "[" + PAYMENT + "]"));
    }

    @Test
    void letsAProgramAskForItselfWithinTheSettings() {
        TokenOrigin itself = new TokenOrigin(UUID.randomUUID(), null, Grant.withoutCode(List.of(), 0, List.of()));

        assertThat(narrow(itself, "authorization_details", "[" + PAYMENT + "]", "resource", API).resources()).containsExactly(API);
        refuses(OAuthErrorCode.INVALID_TARGET, () -> narrow(itself, "resource", "https://other.example.com/"));
        refuses(OAuthErrorCode.INVALID_AUTHORIZATION_DETAILS, () -> narrow(itself, "authorization_details", "[{\"type\":\"x\"}]"));
    }

    @Test
    void grantsNoLongerWhatTheSettingsHaveLost() {
        TokenOrigin old = origin(new RequestedAccess(List.of("https://gone.example.com/"), List.of()));

        refuses(OAuthErrorCode.INVALID_TARGET, () -> narrow(old));
    }

    @Test
    void isKeptWithTheGrantAndMissingInOldOnes() {
        RecordCodec codec = new RecordCodec(TestClients.CIPHER);
        Grant grant = origin(new RequestedAccess(List.of(API), List.of(PAYMENT))).grant();

        assertThat(codec.fromStored(Grant.class, codec.toStored(grant))).isEqualTo(grant);
        JsonObject old = Json.createObjectBuilder(codec.toStored(grant)).remove("access").build();
        assertThat(codec.fromStored(Grant.class, old).access()).isEqualTo(RequestedAccess.NONE);
    }

    private RequestedAccess narrow(TokenOrigin origin, String... sent) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        for (int i = 0; i < sent.length; i += 2) {
            all.put(sent[i], List.of(sent[i + 1]));
        }
        return AccessNarrowing.narrow(client, new TokenRequest(Optional.empty(), parameters(all)), origin);
    }

    private static TokenOrigin origin(RequestedAccess access) {
        return new TokenOrigin(UUID.randomUUID(), UUID.randomUUID(), Grant.withoutCode(List.of("openid"), 0, List.of("password")).withAccess(access));
    }

    private static RequestParameters parameters(Map<String, List<String>> sent) {
        return RequestParameters.of(sent);
    }
}
