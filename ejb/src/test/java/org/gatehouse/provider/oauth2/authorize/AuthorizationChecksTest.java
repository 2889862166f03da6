package org.gatehouse.provider.oauth2.authorize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.gatehouse.provider.oauth2.TestClients;
import org.gatehouse.provider.oauth2.profile.AuthorizationProfileRules;
import org.gatehouse.provider.oauth2.protocol.AuthorizationRequest;
import org.gatehouse.provider.oauth2.protocol.AuthorizationRequestParser;
import org.gatehouse.provider.oauth2.protocol.OAuthErrorCode;
import org.gatehouse.provider.oauth2.protocol.OAuthRefusal;
import org.gatehouse.provider.oauth2.protocol.RequestParameters;
import org.gatehouse.provider.oauth2.resource.AccessRules;
import org.junit.jupiter.api.Test;

public class AuthorizationChecksTest {

    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    @Test
    void answersWithACodeOnly() {
        for (String type : List.of("token", "id_token", "code id_token", "none", "CODE")) {
            refuses(OAuthErrorCode.UNSUPPORTED_RESPONSE_TYPE,
                    () -> new ResponseTypeCheck().check(request("response_type", type), TestClients.confidential()));
        }
    }

    @Test
    void refusesClientsWithoutTheGrant() {
        refuses(OAuthErrorCode.UNAUTHORIZED_CLIENT, () -> new ResponseTypeCheck().check(request(),
                TestClients.client(TestClients.settings().add("grant_types", Json.createArrayBuilder().add("refresh_token")))));
    }

    @Test
    void demandsPkceOfPublicClients() {
        AuthorizationRequest protectedRequest = request("code_challenge", CHALLENGE, "code_challenge_method", "S256");

        refuses(OAuthErrorCode.INVALID_REQUEST, () -> new PkceCheck().check(request(), TestClients.publicClient()));
        assertThat(new PkceCheck().check(protectedRequest, TestClients.publicClient())).isSameAs(protectedRequest);
        assertThat(new PkceCheck().check(request(), TestClients.confidential())).isNotNull();
    }

    @Test
    void letsPromptNoneStandAlone() {
        refuses(OAuthErrorCode.INVALID_REQUEST, () -> new PromptCheck().check(request("prompt", "none login"), TestClients.confidential()));
        assertThat(new PromptCheck().check(request("prompt", "none"), TestClients.confidential())).isNotNull();
    }

    @Test
    void dropsScopesThatAreNotConfigured() {
        List<String> configured = List.of("openid", "email", "offline_access");

        assertThat(ScopeCheck.effective(List.of("openid", "admin"), configured)).containsExactly("openid");
        assertThat(ScopeCheck.effective(List.of("admin"), configured)).isEmpty();
        assertThat(ScopeCheck.effective(List.of(), configured)).containsExactly("openid", "email");
        assertThat(ScopeCheck.effective(List.of("offline_access"), configured)).containsExactly("offline_access");
    }

    @Test
    void asksForTheProfileFirstAndEveryCheckInItsOwnPlace() {
        List<Integer> orders = Stream.of(new AuthorizationProfileRules(), new ResponseTypeCheck(), new ScopeCheck(), new AccessRules(),
                new PkceCheck(), new PromptCheck(), new IdTokenHint(null, null))
                .map(AuthorizationCheck::order).toList();

        assertThat(orders).isSorted().doesNotHaveDuplicates();
    }

    /** A valid request with some parameters changed. */
    public static AuthorizationRequest request(String... changes) {
        Map<String, String[]> sent = new LinkedHashMap<>();
        sent.put("client_id", new String[] {"app"});
        sent.put("response_type", new String[] {"code"});
        sent.put("redirect_uri", new String[] {TestClients.REDIRECT_URI});
        sent.put("scope", new String[] {"openid"});
        for (int i = 0; i < changes.length; i += 2) {
            sent.put(changes[i], new String[] {changes[i + 1]});
        }
        return AuthorizationRequestParser.parse(new RequestParameters(sent), TestClients.REDIRECT_URI);
    }

    public static void refuses(OAuthErrorCode code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(OAuthRefusal.class, refused -> assertThat(refused.error().code()).isEqualTo(code));
    }
}
