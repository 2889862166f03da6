package org.gatehouse.provider.oauth2.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gatehouse.fixture.FlowWorld;
import org.gatehouse.fixture.TestUsers;
import org.gatehouse.model.directory.EffectiveGroups;
import org.gatehouse.model.directory.User;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.TestClients;
import org.gatehouse.provider.oauth2.protocol.RequestedAccess;
import org.gatehouse.provider.oauth2.token.Grant;
import org.junit.jupiter.api.Test;

/** OpenID Connect Core 1.0 sections 5.4 and 5.5. */
class UserClaimsTest {

    private static final EffectiveGroups NO_GROUPS = null;

    private final OAuthClient lean = TestClients.client(TestClients.settings().add("include_claims_in_id_token", false));
    private final OAuthClient full = TestClients.confidential();
    private final UserClaims claims = new UserClaims(new ClaimsAssembler() {
        @Override
        public Map<String, Object> claims(OAuthClient client, User user, List<String> scopes) {
            Map<String, Object> all = new LinkedHashMap<>();
            if (scopes.contains("email")) {
                all.putAll(Map.of("email", "alice@example.com", "email_verified", false));
            }
            if (scopes.contains("profile")) {
                all.putAll(Map.of("name", "Alice", "nickname", "al"));
            }
            if (scopes.contains("secret")) {
                all.put("salary", 1);
            }
            return all;
        }

        @Override
        Map<String, Object> claims(OAuthClient client, User user, EffectiveGroups groups, List<String> scopes) {
            return claims(client, user, scopes);
        }
    });

    @Test
    void tellsTheClaimsOfTheScopesAtUserInfoAndInTheIdTokenIfTheProviderSaysSo() {
        Grant grant = grant(null, "openid", "email");

        assertThat(claims.ofUserInfo(lean, TestUsers.alice(), NO_GROUPS, grant)).containsOnlyKeys("email", "email_verified");
        assertThat(claims.ofIdToken(lean, TestUsers.alice(), grant, false)).isEmpty();
        assertThat(claims.ofIdToken(full, TestUsers.alice(), grant, false)).containsOnlyKeys("email", "email_verified");
    }

    @Test
    void tellsThemInTheIdTokenWhereThereIsNoAccessTokenToAskWith() {
        assertThat(claims.ofIdToken(lean, TestUsers.alice(), grant(null, "openid", "email"), true)).containsOnlyKeys("email", "email_verified");
    }

    @Test
    void tellsSingleClaimsWhereTheyWereAskedFor() {
        Grant grant = grant("{\"userinfo\":{\"nickname\":null},\"id_token\":{\"email\":{\"essential\":true},\"name\":null}}", "openid", "email");

        assertThat(claims.ofUserInfo(lean, TestUsers.alice(), NO_GROUPS, grant)).containsOnlyKeys("email", "email_verified", "nickname");
        assertThat(claims.ofIdToken(lean, TestUsers.alice(), grant, false)).isEqualTo(Map.of("email", "alice@example.com", "name", "Alice"));
    }

    @Test
    void tellsNothingByNameThatNoScopeOfTheRequestOrTheStandardYields() {
        Grant grant = grant("{\"userinfo\":{\"salary\":{\"essential\":true},\"phone_number\":null}}", "openid");

        assertThat(claims.ofUserInfo(lean, TestUsers.alice(), NO_GROUPS, grant)).isEmpty();
        assertThat(claims.ofUserInfo(lean, TestUsers.alice(), NO_GROUPS, grant("{\"userinfo\":{\"salary\":null}}", "openid", "secret"))).containsOnlyKeys("salary");
    }

    @Test
    void knowsTheScopesOfTheStandardClaims() {
        assertThat(ClaimScopes.of(List.of("email_verified", "given_name", "acr", "sub"))).containsExactly("email", "profile");
        assertThat(ClaimScopes.of(List.of("salary"))).isEmpty();
    }

    private static Grant grant(String requested, String... scopes) {
        return new Grant(List.of(scopes), null, null, false, null, null, 0, List.of(), null, requested == null ? null : FlowWorld.json(requested),
                RequestedAccess.NONE, null, null);
    }
}
