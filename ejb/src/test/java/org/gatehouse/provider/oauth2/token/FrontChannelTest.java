package org.gatehouse.provider.oauth2.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.openid.connect.sdk.claims.AccessTokenHash;
import com.nimbusds.openid.connect.sdk.claims.CodeHash;
import com.nimbusds.openid.connect.sdk.claims.StateHash;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.crypto.Digests;
import org.gatehouse.fixture.InMemoryUsers;
import org.gatehouse.fixture.MovableClock;
import org.gatehouse.fixture.TestUsers;
import org.gatehouse.fixture.Wired;
import org.gatehouse.model.directory.User;
import org.gatehouse.model.oauth2.OAuthToken;
import org.gatehouse.model.oauth2.OAuthTokenKind;
import org.gatehouse.model.oauth2.OAuthTokenRepository;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.TestClients;
import org.gatehouse.provider.oauth2.claims.ClaimsAssembler;
import org.gatehouse.provider.oauth2.claims.UserClaims;
import org.gatehouse.provider.oauth2.protocol.ResponseType;
import org.gatehouse.provider.oauth2.status.StatusLists;
import org.gatehouse.session.AdmittedUser;
import org.gatehouse.session.LoginGate;
import org.gatehouse.type.RecordCodec;
import org.junit.jupiter.api.Test;

/** What an authorization answer carries (OpenID Connect Core 1.0 sections 3.2.2.5, 3.2.2.10, 3.3.2.5 and 3.3.2.11). */
class FrontChannelTest {

    private static final String CODE = "Qcb0Orv1zh30vL1MPRsbm-diHiMwcLyZvn1arpZv-Jxf_11jnpEX3Tgfvk";

    private final MovableClock clock = new MovableClock();
    private final InMemoryUsers users = new InMemoryUsers();
    private final User alice = users.add(TestUsers.alice());
    private final AdmittedUser admitted = Wired.with(new LoginGate(), users, clock).admit(alice.getId());
    private final OAuthClient client = TestClients.client(TestClients.settings().add("include_claims_in_id_token", false));
    private final List<OAuthToken> rows = new ArrayList<>();
    private final ProviderKeys keys = new ProviderKeys(null, TestClients.CIPHER);
    private final Issuers issuers = new Issuers() {
        @Override
        public String baseUrl() {
            return "https://id.example.com";
        }
    };
    private final IssuedTokens issued = Wired.with(new IssuedTokens(), new RecordCodec(TestClients.CIPHER), clock, new OAuthTokenRepository() {
        @Override
        public OAuthToken add(OAuthToken row) {
            rows.add(row);
            return row;
        }
    });
    private final TokenIssuer issuer = Wired.with(new TokenIssuer(), keys, issuers, clock, issued, new Subjects(null), new StatusLists(), new IdTokenAssembler(keys, issuers),
            new UserClaims(new ClaimsAssembler() {
                @Override
                public Map<String, Object> claims(OAuthClient of, User user, List<String> scopes) {
                    return Map.of("email", "alice@example.com");
                }
            }));
    private final TokenOrigin origin = new TokenOrigin(UUID.randomUUID(), UUID.randomUUID(), new Grant(List.of("openid", "email", "offline_access"),
            "n-0S6", TestClients.REDIRECT_URI, true, null, null, 1767268800, List.of("password")));

    @Test
    void givesEachResponseTypeWhatItAsksForAndNeverARefreshToken() {
        assertThat(answer(ResponseType.ID_TOKEN, null)).containsOnlyKeys("id_token");
        assertThat(answer(ResponseType.CODE_ID_TOKEN, CODE)).containsOnlyKeys("id_token");
        for (ResponseType type : List.of(ResponseType.TOKEN, ResponseType.CODE_TOKEN)) {
            assertThat(answer(type, CODE)).containsOnlyKeys("access_token", "token_type", "expires_in", "scope");
        }
        for (ResponseType type : List.of(ResponseType.ID_TOKEN_TOKEN, ResponseType.CODE_ID_TOKEN_TOKEN)) {
            assertThat(answer(type, CODE)).containsOnlyKeys("access_token", "token_type", "expires_in", "scope", "id_token")
                    .containsEntry("token_type", "Bearer").containsEntry("expires_in", "3600");
        }
        assertThat(rows).hasSize(4).allMatch(row -> row.getKind() == OAuthTokenKind.ACCESS);
    }

    @Test
    void recordsTheAccessTokenInTheFamilyOfTheCodeAndBoundToTheLogin() {
        Map<String, String> answer = answer(ResponseType.CODE_TOKEN, CODE);

        assertThat(rows).singleElement().satisfies(row -> {
            assertThat(row.getDigest()).isEqualTo(Digests.sha256(answer.get("access_token")));
            assertThat(row.getFamilyId()).isEqualTo(origin.familyId());
            assertThat(row.getSessionId()).isEqualTo(origin.sessionId());
            assertThat(issued.originOf(row).grant().isOffline()).as("outlives the login").isFalse();
        });
        assertThat(answer).containsEntry("scope", "openid email");
    }

    @Test
    void namesInTheIdTokenWhatItCameWith() throws Exception {
        Map<String, String> answer = answer(ResponseType.CODE_ID_TOKEN_TOKEN, CODE);

        JWTClaimsSet claims = idToken(answer);
        assertThat(claims.getStringClaim("at_hash"))
                .isEqualTo(AccessTokenHash.compute(new BearerAccessToken(answer.get("access_token")), JWSAlgorithm.HS256, null).getValue());
        assertThat(claims.getStringClaim("c_hash")).isEqualTo(CodeHash.compute(new AuthorizationCode(CODE), JWSAlgorithm.HS256, null).getValue());
        assertThat(claims.getStringClaim("s_hash")).isEqualTo(StateHash.compute(new State("the-state"), JWSAlgorithm.HS256, null).getValue());
        assertThat(claims.getStringClaim("nonce")).isEqualTo("n-0S6");
        assertThat(claims.getStringClaim("acr")).isEqualTo("goauthentik.io/providers/oauth2/default");
    }

    @Test
    void namesNothingThatDidNotComeWithIt() {
        JWTClaimsSet alone = idToken(answer(ResponseType.ID_TOKEN, null));
        JWTClaimsSet withCode = idToken(answer(ResponseType.CODE_ID_TOKEN, CODE));

        assertThat(alone.getClaims()).doesNotContainKeys("at_hash", "c_hash", "s_hash");
        assertThat(withCode.getClaims()).containsKeys("c_hash", "s_hash").doesNotContainKey("at_hash");
    }

    @Test
    void copesWithAnyStateThatAClientMaySend() {
        for (String state : List.of(" ", "\u00fc\u4e2d", "a b")) {
            FrontChannelOrder order = new FrontChannelOrder(ResponseType.CODE_ID_TOKEN, Optional.of(CODE), Optional.of(state));

            assertThat(issuer.issueInFront(client, admitted, origin, order).parameters()).as(state).containsKey("id_token");
        }
    }

    @Test
    void tellsAboutTheUserInTheIdTokenOnlyWhereNothingElseCould() {
        assertThat(idToken(answer(ResponseType.ID_TOKEN, null)).getClaim("email")).isEqualTo("alice@example.com");
        assertThat(idToken(answer(ResponseType.ID_TOKEN_TOKEN, null)).getClaim("email")).isNull();
        assertThat(idToken(answer(ResponseType.CODE_ID_TOKEN, CODE)).getClaim("email")).isNull();
    }

    private Map<String, String> answer(ResponseType type, String code) {
        return issuer.issueInFront(client, admitted, origin, new FrontChannelOrder(type, Optional.ofNullable(code), Optional.of("the-state")))
                .parameters();
    }

    private JWTClaimsSet idToken(Map<String, String> answer) {
        return keys.signer(client).verify(answer.get("id_token"), JOSEObjectType.JWT).orElseThrow();
    }
}
