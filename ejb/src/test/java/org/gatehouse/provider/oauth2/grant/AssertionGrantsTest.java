package org.gatehouse.provider.oauth2.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jwt.JWTClaimsSet;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.gatehouse.event.EventAction;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.binding.Confirmation;
import org.gatehouse.provider.oauth2.protocol.ClientAssertion;
import org.gatehouse.provider.oauth2.protocol.OAuthErrorCode;
import org.gatehouse.provider.oauth2.protocol.OAuthRefusal;
import org.gatehouse.provider.oauth2.token.Grant;
import org.junit.jupiter.api.Test;

/** RFC 7523: the JWT bearer grant, and assertions in place of a client's secret. */
class AssertionGrantsTest {

    private static final String GRANT = "urn:ietf:params:oauth:grant-type:jwt-bearer";
    private static final String HERE = GrantWorld.BASE + "/application/o/token/";

    private final GrantWorld world = new GrantWorld();
    private final OAuthClient caller = world.client("caller", 2);
    private final OAuthClient partner = world.client("partner");
    private final OAuthClient stranger = world.client("stranger");

    @Test
    void theSubjectOfAnAssertionGetsAServiceAccountAndNeverBecomesTheUser() {
        JsonObject answer = bearer(assertion(partner, claims -> claims.audience(HERE)), "scope", "email offline_access");

        assertThat(answer.getString("scope")).isEqualTo("email");
        assertThat(answer).doesNotContainKey("refresh_token");
        String subject = world.subjects.of(caller, world.alice);
        assertThat(world.accounts).containsKey("caller-" + subject);
        assertThat(GrantWorld.claims(answer.getString("access_token")).getSubject())
                .isEqualTo(world.subjects.of(caller, world.robot)).isNotEqualTo(subject);
        assertThat(world.events.actions()).containsExactly(EventAction.LOGIN);
        assertThat(world.events.drafts().get(0).context().toString()).contains("\"auth_method\":\"jwt\"", "partner");
        assertThat(world.seenByPolicies).containsKeys("oauth_jwt", "oauth_scopes", "oauth_grant_type");
    }

    @Test
    void tokenAndAccountEndWithTheAssertion() {
        String assertion = assertion(partner, claims -> claims.audience(HERE));
        world.clock.advance(Duration.ofMinutes(50));

        assertThat(bearer(assertion).getInt("expires_in")).isEqualTo(600);
        assertThat(world.accounts.values()).contains(world.clock.instant().plusSeconds(600).toString());
    }

    @Test
    void subjectsOfTwoIssuersAreTwoAccounts() {
        OAuthClient both = world.client("both", 2, 3);
        world.token("both", Map.of("grant_type", GRANT, "assertion", assertion(partner, claims -> claims.audience(HERE))));
        world.token("both", Map.of("grant_type", GRANT, "assertion", assertion(stranger, claims -> claims.audience(HERE))));

        assertThat(world.accounts.keySet().stream().filter(name -> !name.startsWith("until"))).as("the second name is made from issuer and subject")
                .hasSize(2).anyMatch(name -> name.startsWith("ak-" + both.numPk() + "-jwt-"));
    }

    @Test
    void anAssertionIsGoodOnce() {
        String assertion = assertion(partner, claims -> claims.audience(HERE));
        bearer(assertion);

        assertThat(refused(assertion)).isEqualTo(OAuthErrorCode.INVALID_GRANT);
        assertThat(refusedCredential(assertion)).as("in any place").isEqualTo(OAuthErrorCode.INVALID_GRANT);
    }

    @Test
    void theGrantTakesOnlyWhatWasMadeForThisServer() {
        for (String audience : List.of(HERE, GrantWorld.BASE, GrantWorld.BASE + "/application/o/caller/")) {
            assertThat(bearer(assertion(partner, claims -> claims.audience(audience)))).containsKey("access_token");
        }
        for (String audience : List.of("partner", "caller", "https://evil.example/", HERE + "x")) {
            assertThat(refused(assertion(partner, claims -> claims.audience(audience)))).as(audience).isEqualTo(OAuthErrorCode.INVALID_GRANT);
        }
        assertThat(refused(assertion(partner, claims -> claims.audience((String) null)))).isEqualTo(OAuthErrorCode.INVALID_GRANT);
    }

    @Test
    void everyClaimIsLookedAt() {
        Date later = Date.from(world.clock.instant().plusSeconds(120));
        List<UnaryOperator<JWTClaimsSet.Builder>> faults = List.of(
                claims -> claims.issuer("https://evil.example/"), claims -> claims.issuer(null),
                claims -> claims.issuer(GrantWorld.BASE + "/application/o/stranger/"),
                claims -> claims.subject(null), claims -> claims.subject(" "), claims -> claims.subject("s".repeat(256)),
                claims -> claims.jwtID(null), claims -> claims.expirationTime(null),
                claims -> claims.expirationTime(Date.from(world.clock.instant())),
                claims -> claims.notBeforeTime(later), claims -> claims.issueTime(later));
        for (int i = 0; i < faults.size(); i++) {
            UnaryOperator<JWTClaimsSet.Builder> fault = faults.get(i);
            assertThat(refused(assertion(partner, claims -> fault.apply(claims.audience(HERE))))).as("fault " + i).isEqualTo(OAuthErrorCode.INVALID_GRANT);
        }
    }

    @Test
    void nobodyIsTrustedWhoIsNotNamed() {
        String foreign = world.keys.signer(partner).sign(new JOSEObjectType("at+jwt"), world.claims(partner, world.alice).audience(HERE).build());
        String revoked = assertion(partner, claims -> claims.audience(HERE));
        world.rows.revoke(world.row(revoked).getId());

        for (String assertion : List.of(assertion(stranger, claims -> claims.audience(HERE)), assertion(caller, claims -> claims.audience(HERE)),
                foreign, revoked, "nonsense", "a.b.c", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJhbGljZSJ9.")) {
            assertThat(refused(assertion)).as(assertion).isEqualTo(OAuthErrorCode.INVALID_GRANT);
        }
        String good = assertion(partner, claims -> claims.audience(HERE));
        world.alice.setActive(false);
        assertThat(refused(good)).as("of a disabled user").isEqualTo(OAuthErrorCode.INVALID_GRANT);
        world.alice.setActive(true);
        world.robot.setActive(false);
        assertThat(refused(good)).as("for a disabled account").isEqualTo(OAuthErrorCode.INVALID_GRANT);
    }

    @Test
    void whatIsBoundToAKeySpeaksForNobodyWithoutIt() {
        Grant bound = Grant.withoutCode(List.of(), 0, List.of()).boundTo(new Confirmation("k".repeat(43), null));
        String assertion = world.accessToken(partner, world.alice, GrantWorld.SESSION, bound,
                world.claims(partner, world.alice).audience(HERE).build());

        assertThat(refused(assertion)).isEqualTo(OAuthErrorCode.INVALID_GRANT);
        assertThat(refusedCredential(assertion)).isEqualTo(OAuthErrorCode.INVALID_GRANT);
    }

    @Test
    void theClientAuthenticatesBesideItsAssertion() {
        String assertion = assertion(partner, claims -> claims.audience(HERE));

        assertThat(refused(assertion, "client_secret", "wrong")).isEqualTo(OAuthErrorCode.INVALID_CLIENT);
        assertThat(refused("", "scope", "email")).isEqualTo(OAuthErrorCode.INVALID_REQUEST);
        world.deniedApplications.add("caller");
        assertThat(refused(assertion)).as("the policies of the application").isEqualTo(OAuthErrorCode.INVALID_GRANT);
    }

    @Test
    void anAccessTokenOfATrustedProviderStandsForTheSecretOfAClient() {
        Map<String, String> asAssertion = Map.of("grant_type", "client_credentials", "client_secret", "", "scope", "email",
                "client_assertion", world.accessToken(partner), "client_assertion_type", ClientAssertion.TYPE);
        Map<String, String> asSecret = Map.of("grant_type", "client_credentials", "client_secret", world.accessToken(partner), "scope", "email");

        for (Map<String, String> form : List.of(asAssertion, asSecret)) {
            assertThat(world.token("caller", form).getString("scope")).isEqualTo("email");
            assertThat(catchThrowableOfType(OAuthRefusal.class, () -> world.token("caller", form)).error().code()).as("twice")
                    .isEqualTo(OAuthErrorCode.INVALID_GRANT);
        }
        assertThat(refusedCredential(world.accessToken(stranger))).isEqualTo(OAuthErrorCode.INVALID_GRANT);
        assertThat(refusedCredential(assertion(partner, claims -> claims.audience("https://evil.example/")))).isEqualTo(OAuthErrorCode.INVALID_GRANT);
        assertThat(catchThrowableOfType(OAuthRefusal.class, () -> world.token("caller", Map.of("grant_type", "client_credentials",
                "client_secret", "", "client_assertion", world.accessToken(partner), "client_assertion_type", "something"))).error().code())
                .as("RFC 7521 section 4.2.1").isEqualTo(OAuthErrorCode.INVALID_CLIENT);
    }

    private String assertion(OAuthClient issuer, UnaryOperator<JWTClaimsSet.Builder> change) {
        return world.accessToken(issuer, world.alice, GrantWorld.SESSION, Grant.withoutCode(List.of(), 0, List.of()),
                change.apply(world.claims(issuer, world.alice)).build());
    }

    private JsonObject bearer(String assertion, String... more) {
        return world.token("caller", form(assertion, more));
    }

    private OAuthErrorCode refused(String assertion, String... more) {
        return catchThrowableOfType(OAuthRefusal.class, () -> bearer(assertion, more)).error().code();
    }

    private OAuthErrorCode refusedCredential(String assertion) {
        return catchThrowableOfType(OAuthRefusal.class, () -> world.token("caller", Map.of("grant_type", "client_credentials",
                "client_secret", assertion))).error().code();
    }

    private static Map<String, String> form(String assertion, String... more) {
        Map<String, String> form = new HashMap<>(Map.of("grant_type", GRANT, "assertion", assertion));
        for (int i = 0; i < more.length; i += 2) {
            form.put(more[i], more[i + 1]);
        }
        return form;
    }
}
