package org.gatehouse.provider.oauth2.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nimbusds.jwt.JWTClaimsSet;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gatehouse.crypto.Digests;
import org.gatehouse.event.EventAction;
import org.gatehouse.model.directory.UserType;
import org.gatehouse.model.token.Token;
import org.gatehouse.model.token.TokenIntent;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.protocol.OAuthErrorCode;
import org.gatehouse.provider.oauth2.protocol.OAuthRefusal;
import org.junit.jupiter.api.Test;

/** RFC 8693. */
class TokenExchangeGrantTest {

    private static final String GRANT = "urn:ietf:params:oauth:grant-type:token-exchange";
    private static final String ACCESS_TOKEN = "urn:ietf:params:oauth:token-type:access_token";
    private static final String JWT = "urn:ietf:params:oauth:token-type:jwt";

    private final GrantWorld world = new GrantWorld();
    private final OAuthClient caller = world.client("caller", 3);
    private final OAuthClient target = world.client("target", 1);
    private final OAuthClient partner = world.client("partner");
    private final OAuthClient stranger = world.client("stranger");

    @Test
    void aClientGetsAnotherTokenOfTheSameUser() {
        JsonObject answer = exchange(world.accessToken(partner, "email", "profile"), "scope", "email caller:read openid offline_access");

        assertThat(answer.getString("issued_token_type")).isEqualTo(ACCESS_TOKEN);
        assertThat(answer.getString("token_type")).isEqualTo("Bearer");
        assertThat(answer.getString("scope").split(" ")).as("what is configured, without offline access").containsExactlyInAnyOrder("email", "caller:read");
        assertThat(answer).doesNotContainKeys("refresh_token", "id_token");
        JWTClaimsSet claims = GrantWorld.claims(answer.getString("access_token"));
        assertThat(claims.getSubject()).isEqualTo(world.subjects.of(caller, world.alice));
        assertThat(claims.getAudience()).containsExactly("caller");
        assertThat(claims.getIssuer()).isEqualTo(GrantWorld.BASE + "/application/o/caller/");
        assertThat(claims.getClaim("act")).isNull();
        assertThat(world.events.actions()).containsExactly(EventAction.AUTHORIZE_APPLICATION);
        assertThat(world.events.drafts().get(0).actor().username()).isEqualTo("alice");
    }

    @Test
    void withoutScopeNoneIsGranted() {
        assertThat(exchange(world.accessToken(caller, "email")).getString("scope")).isEmpty();
    }

    @Test
    void whereItComesFromTheSameProviderNoScopeIsAdded() {
        assertThat(exchange(world.accessToken(caller, "email"), "scope", "email profile caller:read").getString("scope")).isEqualTo("email");
    }

    @Test
    void theNewTokenBelongsToTheFamilyAndTheLoginOfTheOldOne() {
        String subject = world.accessToken(caller, "email");
        String got = exchange(subject).getString("access_token");

        assertThat(world.row(got).getFamilyId()).isEqualTo(world.row(subject).getFamilyId());
        assertThat(world.row(got).getSessionId()).isEqualTo(GrantWorld.SESSION);
    }

    @Test
    void exchangingProlongsNothing() {
        String subject = world.accessToken(caller, "email");
        world.clock.advance(Duration.ofMinutes(50));
        JsonObject once = exchange(subject);
        JsonObject twice = exchange(once.getString("access_token"));

        assertThat(once.getInt("expires_in")).isEqualTo(600);
        assertThat(twice.getInt("expires_in")).isEqualTo(600);
        assertThat(world.row(twice.getString("access_token")).getExpires()).isEqualTo(world.row(subject).getExpires());
        world.clock.advance(Duration.ofMinutes(10));
        assertThat(refused(twice.getString("access_token"))).isEqualTo(OAuthErrorCode.INVALID_REQUEST);
    }

    @Test
    void aTokenOfAGrantThatOutlivesItsLoginYieldsOneThatDoesToo() {
        String subject = world.accessToken(caller, "email", "offline_access");
        world.sessionEnds = world.clock.instant().minusSeconds(1);

        String got = exchange(subject, "scope", "email offline_access").getString("access_token");

        assertThat(exchange(got, "scope", "email").getString("scope")).isEqualTo("email");
    }

    @Test
    void forAnotherClientTheTokenIsThatClientsInEveryRespect() {
        for (String audience : List.of("target", target.application().id().toString())) {
            JsonObject answer = exchange(world.accessToken(caller, "email"), "audience", audience, "scope", "target:read caller:read",
                    "requested_token_type", JWT);

            JWTClaimsSet claims = GrantWorld.claims(answer.getString("access_token"));
            assertThat(answer.getString("issued_token_type")).isEqualTo(JWT);
            assertThat(answer.getString("scope")).isEqualTo("target:read");
            assertThat(claims.getIssuer()).isEqualTo(GrantWorld.BASE + "/application/o/target/");
            assertThat(claims.getAudience()).containsExactly("target");
            assertThat(claims.getClaim("client_id")).as("who has asked, RFC 8693 section 4.3").isEqualTo("caller");
            assertThat(world.row(answer.getString("access_token")).getProviderId()).isEqualTo(target.providerId());
        }
    }

    @Test
    void aTargetThatDoesNotTrustTheClientIsRefusedAsOneThatDoesNotExist() {
        String subject = world.accessToken(caller, "email");

        for (String audience : List.of("stranger", stranger.application().id().toString(), "nobody", UUID.randomUUID().toString(), "1-1-1-1-1")) {
            assertThat(refused(subject, "audience", audience)).as(audience).isEqualTo(OAuthErrorCode.INVALID_TARGET);
        }
        assertThat(world.events.actions()).as("only the stranger could be meant").containsExactly(EventAction.SUSPICIOUS_REQUEST,
                EventAction.SUSPICIOUS_REQUEST);
        assertThat(refused(subject, "resource", "https://api.example.com")).isEqualTo(OAuthErrorCode.INVALID_TARGET);
    }

    @Test
    void thePoliciesOfTheTargetAndOfTheTokensApplicationAreAsked() {
        String subject = world.accessToken(caller, "email");
        world.deniedApplications.add("target");
        assertThat(refused(subject, "audience", "target")).isEqualTo(OAuthErrorCode.INVALID_GRANT);

        world.deniedApplications.clear();
        world.deniedApplications.add("caller");
        assertThat(refused(subject, "audience", "target")).as("could not be used itself").isEqualTo(OAuthErrorCode.INVALID_REQUEST);
    }

    @Test
    void whatCouldNotBeUsedItselfYieldsNothing() {
        String revoked = world.accessToken(caller);
        world.rows.revoke(world.row(revoked).getId());
        for (String token : List.of(revoked, "nonsense", "a.b.c", world.refreshToken(caller, Duration.ofDays(1)), world.accessToken(stranger),
                world.accessToken(target), world.accessToken(caller, world.alice, new UUID(0, 99), "password"))) {
            assertThat(refused(token)).as(token).isEqualTo(OAuthErrorCode.INVALID_REQUEST);
        }
        String good = world.accessToken(caller);
        world.alice.setActive(false);
        assertThat(refused(good)).as("a disabled user").isEqualTo(OAuthErrorCode.INVALID_REQUEST);
    }

    @Test
    void everyFaultOfTheRequestIsNamed() {
        String subject = world.accessToken(caller);

        assertThat(refused(subject, "subject_token", "")).isEqualTo(OAuthErrorCode.INVALID_REQUEST);
        assertThat(refused(subject, "subject_token_type", "")).isEqualTo(OAuthErrorCode.INVALID_REQUEST);
        assertThat(refused(subject, "subject_token_type", "urn:ietf:params:oauth:token-type:saml2")).isEqualTo(OAuthErrorCode.INVALID_REQUEST);
        assertThat(refused(subject, "requested_token_type", "urn:ietf:params:oauth:token-type:refresh_token")).isEqualTo(OAuthErrorCode.INVALID_REQUEST);
        assertThat(refused(subject, "actor_token_type", ACCESS_TOKEN)).as("a type without a token").isEqualTo(OAuthErrorCode.INVALID_REQUEST);
        assertThat(refused(subject, "actor_token", subject)).as("a token without a type").isEqualTo(OAuthErrorCode.INVALID_REQUEST);
        assertThat(refused(subject, "authorization_details", "[{\"type\":\"payment\"}]")).isEqualTo(OAuthErrorCode.INVALID_AUTHORIZATION_DETAILS);
        assertThat(refused("nonsense", "subject_token_type", JWT)).isEqualTo(OAuthErrorCode.INVALID_REQUEST);
        assertThat(refused(subject, "client_secret", "wrong")).isEqualTo(OAuthErrorCode.INVALID_CLIENT);
    }

    @Test
    void aPublicClientExchangesNothing() {
        OAuthClient open = world.client("open", true, "seconds=0");

        assertThat(refusedAs("open", Map.of("grant_type", GRANT, "subject_token", world.accessToken(open), "subject_token_type", ACCESS_TOKEN)))
                .isEqualTo(OAuthErrorCode.UNAUTHORIZED_CLIENT);
    }

    @Test
    void theAccountOfTheClientMayActAndIsNamed() {
        world.robot.setType(UserType.SERVICE_ACCOUNT);
        world.robot.setUsername("ak-caller-client_credentials");
        String actor = world.accessToken(caller, world.robot, null, "oauth_client_secret");

        JsonObject once = delegated(world.accessToken(caller, "email"), actor);
        JsonObject twice = delegated(once.getString("access_token"), actor);

        String robot = world.subjects.of(caller, world.robot);
        assertThat(GrantWorld.claims(once.getString("access_token")).getClaim("act")).isEqualTo(Map.of("sub", robot));
        assertThat(GrantWorld.claims(twice.getString("access_token")).getClaim("act")).as("who acted before is inside")
                .isEqualTo(Map.of("sub", robot, "act", Map.of("sub", robot)));
        JsonObject plain = exchange(twice.getString("access_token"));
        assertThat(GrantWorld.claims(plain.getString("access_token")).getClaim("act")).as("nobody drops out of the chain by exchanging").isNotNull();
    }

    @Test
    void chainsOfActorsEnd() {
        world.robot.setType(UserType.SERVICE_ACCOUNT);
        world.robot.setUsername("ak-caller-client_credentials");
        String actor = world.accessToken(caller, world.robot, null, "oauth_client_secret");
        String token = world.accessToken(caller);
        for (int i = 0; i < 8; i++) {
            token = delegated(token, actor).getString("access_token");
        }

        assertThat(refused(token, "actor_token", actor, "actor_token_type", ACCESS_TOKEN)).isEqualTo(OAuthErrorCode.INVALID_REQUEST);
    }

    @Test
    void whoBelongsToTheUserMayActAlsoByAnApiToken() {
        world.robot.setType(UserType.SERVICE_ACCOUNT);
        world.robot.setAttributes(Json.createObjectBuilder().add("goauthentik.io/user/parent", world.alice.getUuid().toString()).build());
        Token token = new Token();
        token.setId(UUID.randomUUID());
        token.setIdentifier("agent");
        token.setIntent(TokenIntent.API);
        token.setUser(world.robot);
        token.setKeyDigest(Digests.sha256("the key"));
        world.apiTokens.add(token);

        assertThat(GrantWorld.claims(delegated(world.accessToken(caller), "the key").getString("access_token")).getClaim("act")).isNotNull();
        assertThat(refused(world.accessToken(caller), "actor_token", "the key", "actor_token_type", JWT)).isEqualTo(OAuthErrorCode.INVALID_REQUEST);
    }

    @Test
    void nobodyElseMayAct() {
        String subject = world.accessToken(caller);
        String unrelated = world.accessToken(caller, world.robot, null, "token");
        world.robot.setType(UserType.SERVICE_ACCOUNT);
        assertThat(refused(subject, "actor_token", unrelated, "actor_token_type", ACCESS_TOKEN)).isEqualTo(OAuthErrorCode.INVALID_REQUEST);

        world.robot.setAttributes(Json.createObjectBuilder().add("goauthentik.io/user/parent", UUID.randomUUID().toString()).build());
        assertThat(refused(subject, "actor_token", unrelated, "actor_token_type", ACCESS_TOKEN)).isEqualTo(OAuthErrorCode.INVALID_REQUEST);

        world.robot.setAttributes(Json.createObjectBuilder().add("goauthentik.io/user/parent", world.alice.getUuid().toString()).build());
        world.robot.setType(UserType.INTERNAL);
        assertThat(refused(subject, "actor_token", unrelated, "actor_token_type", ACCESS_TOKEN)).as("a person").isEqualTo(OAuthErrorCode.INVALID_REQUEST);

        world.robot.setType(UserType.SERVICE_ACCOUNT);
        world.robot.setActive(false);
        assertThat(refused(subject, "actor_token", unrelated, "actor_token_type", ACCESS_TOKEN)).as("disabled").isEqualTo(OAuthErrorCode.INVALID_REQUEST);
        assertThat(refused(subject, "actor_token", "nonsense", "actor_token_type", ACCESS_TOKEN)).isEqualTo(OAuthErrorCode.INVALID_REQUEST);
    }

    private JsonObject delegated(String subject, String actor) {
        return exchange(subject, "actor_token", actor, "actor_token_type", ACCESS_TOKEN);
    }

    private JsonObject exchange(String subject, String... more) {
        return world.token("caller", form(subject, more));
    }

    private OAuthErrorCode refused(String subject, String... more) {
        return refusedAs("caller", form(subject, more));
    }

    private OAuthErrorCode refusedAs(String client, Map<String, String> form) {
        Map<String, String> sent = new HashMap<>(form);
        if (client.equals("open")) {
            sent.put("client_secret", "");
        }
        return catchThrowableOfType(OAuthRefusal.class, () -> world.token(client, sent)).error().code();
    }

    private static Map<String, String> form(String subject, String... more) {
        Map<String, String> form = new HashMap<>(Map.of("grant_type", GRANT, "subject_token", subject, "subject_token_type", ACCESS_TOKEN));
        for (int i = 0; i < more.length; i += 2) {
            form.put(more[i], more[i + 1]);
        }
        return form;
    }
}
