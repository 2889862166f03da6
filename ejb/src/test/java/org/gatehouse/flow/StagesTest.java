package org.gatehouse.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.flow.FlowEngine.BROWSER;
import static org.gatehouse.flow.FlowEngine.identification;
import static org.gatehouse.flow.FlowEngine.password;
import static org.gatehouse.flow.FlowEngine.visit;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.gatehouse.crypto.Digests;
import org.gatehouse.event.EventAction;
import org.gatehouse.fixture.FlowWorld;
import org.gatehouse.flow.stage.redirect.RedirectStage;
import org.gatehouse.flow.stage.redirect.RedirectStageSettings;
import org.gatehouse.model.directory.User;
import org.gatehouse.model.flow.Flow;
import org.gatehouse.model.flow.FlowDesignation;
import org.gatehouse.model.token.Token;
import org.gatehouse.model.token.TokenIntent;
import org.gatehouse.session.Login;
import org.gatehouse.type.FieldProblems;
import org.junit.jupiter.api.Test;

class StagesTest {

    private final FlowEngine engine = new FlowEngine();
    private final FlowWorld world = engine.world;
    private final User alice = world.user("alice", true);

    private Flow flow(String slug, String... stages) {
        Flow flow = world.flow(slug, FlowDesignation.AUTHENTICATION);
        for (int i = 0; i < stages.length; i += 2) {
            world.bind(flow, world.stage(stages[i], stages[i + 1]));
        }
        return flow;
    }

    private FlowVisit launched(Flow flow, PlanContext context, String browser) {
        String path = engine.launcher.start(browser, new FlowStart(flow.getId(), context, List.of()));
        return visit(flow.getSlug(), browser, path.substring(path.indexOf('=') + 1));
    }

    private PlanContext pending(User user) {
        return new PlanContext().put(ContextKeys.PENDING_USER, user.getId());
    }

    @Test
    void identificationAsksForAnEmbeddedPasswordOnTheSamePage() {
        String password = world.stage("password", "{\"backends\":[\"authentik.core.auth.InbuiltBackend\"]}").getId().toString();
        flow("embedded", "identification", "{\"user_fields\":[\"email\"],\"password_stage\":\"" + password + "\"}", "user_login", "{}");
        JsonObject both = Json.createObjectBuilder(identification("alice@example.com")).add("password", "correct").build();

        assertThat(engine.executor.open(visit("embedded")).challenge().getBoolean("password_fields")).isTrue();
        assertThat(engine.executor.advance(visit("embedded"), identification("alice@example.com")).challenge().getJsonObject("response_errors"))
                .containsOnlyKeys("password");
        assertThat(engine.executor.advance(visit("embedded"), Json.createObjectBuilder(both).add("password", "wrong").build()).component())
                .isEqualTo("ak-stage-identification");
        assertThat(engine.executor.advance(visit("embedded"), both).opened()).isPresent();
    }

    @Test
    void aBusyNodeAsksAgainAndCountsNoFailure() {
        flow("busy", "identification", "{\"user_fields\":[\"username\"]}", "password",
                "{\"backends\":[\"authentik.core.auth.InbuiltBackend\"],\"failed_attempts_before_cancel\":1}", "user_login", "{}");
        engine.executor.open(visit("busy"));
        engine.executor.advance(visit("busy"), identification("alice"));

        FlowView again = engine.executor.advance(visit("busy"), password("busy"));

        assertThat(again.component()).isEqualTo("ak-stage-password");
        assertThat(again.challenge().getJsonObject("response_errors").toString()).contains("non_field_errors", "busy");
        FlowView end = engine.executor.advance(visit("busy"), password("correct"));
        assertThat(end.opened()).isPresent();
    }

    @Test
    void identificationRefusesUnknownUsersWhenItDoesNotPretend() {
        flow("honest", "identification", "{\"user_fields\":[\"username\"],\"pretend_user_exists\":false}", "password",
                "{\"backends\":[\"authentik.core.auth.InbuiltBackend\"]}");
        engine.executor.open(visit("honest"));

        assertThat(engine.executor.advance(visit("honest"), identification("nobody")).challenge().getJsonObject("response_errors"))
                .containsOnlyKeys("uid_field");
        assertThat(engine.executor.advance(visit("honest"), identification("ALICE")).challenge().getString("pending_user")).isEqualTo("alice");
    }

    @Test
    void identificationTellsCasesApartWhenItIsToldTo() {
        flow("strict", "identification", "{\"user_fields\":[\"username\"],\"pretend_user_exists\":false,\"case_insensitive_matching\":false}");
        engine.executor.open(visit("strict"));

        assertThat(engine.executor.advance(visit("strict"), identification("ALICE")).component()).isEqualTo("ak-stage-identification");
        assertThat(engine.executor.advance(visit("strict"), identification("alice")).component()).isEqualTo("xak-flow-redirect");
    }

    @Test
    void identificationPrefillsTheLoginHint() {
        flow("hinted", "identification", "{\"user_fields\":[\"username\"]}");

        assertThat(engine.executor.open(visit("hinted", Map.of("login_hint", "carol"), null)).challenge().getString("pending_user_identifier"))
                .isEqualTo("carol");
    }

    @Test
    void anUnknownNameIsNeverMixedUpWithTheLoggedInUser() {
        flow("again", "identification", "{\"user_fields\":[\"username\"]}", "password", "{\"backends\":[\"authentik.core.auth.InbuiltBackend\"]}",
                "user_login", "{}");
        world.logIn("key", alice, false);
        engine.executor.open(visit("again", Map.of(), "key"));
        engine.executor.advance(visit("again", Map.of(), "key"), identification("nobody"));

        assertThat(engine.executor.advance(visit("again", Map.of(), "key"), password("correct")).component()).isEqualTo("ak-stage-password");
    }

    @Test
    void passwordAcceptsOnlyOnesOwnLivingAppPasswords() {
        Flow flow = flow("token", "password", "{\"backends\":[\"authentik.core.auth.TokenBackend\"]}");
        appPassword(alice, "good", TokenIntent.APP_PASSWORD, Duration.ofDays(1));
        appPassword(alice, "api", TokenIntent.API, Duration.ofDays(1));
        appPassword(alice, "expired", TokenIntent.APP_PASSWORD, Duration.ZERO);
        appPassword(world.user("bob", true), "foreign", TokenIntent.APP_PASSWORD, Duration.ofDays(1));

        for (String key : List.of("api", "expired", "foreign", "unknown", "good")) {
            FlowVisit visit = launched(flow, pending(alice), key);
            engine.executor.open(visit);
            assertThat(engine.executor.advance(visit, password(key)).component()).as(key)
                    .isEqualTo(key.equals("good") ? "xak-flow-redirect" : "ak-stage-password");
        }
    }

    private void appPassword(User user, String key, TokenIntent intent, Duration valid) {
        Token token = new Token();
        token.setIntent(intent);
        token.setExpires(world.now.plus(valid));
        world.appPassword(user, Digests.sha256(key), token);
    }

    @Test
    void guessingGetsSlowerAndThenTheRightPasswordHasToWaitToo() {
        Flow flow = flow("guess", "password", "{\"backends\":[\"authentik.core.auth.InbuiltBackend\"]}");
        for (int i = 0; i < 30; i++) {
            FlowVisit visit = launched(flow, pending(alice), "guess " + i);
            engine.executor.open(visit);
            engine.executor.advance(visit, password("wrong " + i));
        }
        FlowVisit visit = launched(flow, pending(alice), BROWSER);
        engine.executor.open(visit);
        assertThat(engine.executor.advance(visit, password("correct")).challenge().toString()).contains("Too many attempts");

        world.now = world.now.plus(Duration.ofMinutes(16));

        assertThat(engine.executor.advance(visit, password("correct")).component()).isEqualTo("xak-flow-redirect");
    }

    @Test
    void loginRefusesAUserWhoWasDisabledOnTheWay() {
        Flow flow = flow("late", "password", "{\"backends\":[\"authentik.core.auth.InbuiltBackend\"]}", "user_login", "{\"remember_me_offset\":\"days=1\"}");
        FlowVisit visit = launched(flow, pending(alice), BROWSER);
        engine.executor.open(visit);
        FlowView asked = engine.executor.advance(visit, password("correct"));
        assertThat(asked.component()).isEqualTo("ak-stage-user-login");
        alice.setActive(false);

        FlowVisit next = FlowEngine.visit("late", asked.browser().orElseThrow(), asked.execution());
        FlowView view = engine.executor.advance(next, FlowWorld.json("{\"component\":\"ak-stage-user-login\",\"remember_me\":true}"));

        assertThat(view.component()).isEqualTo("ak-stage-access-denied");
        assertThat(view.opened()).isEmpty();
        assertThat(world.events).extracting(event -> event.action()).contains(EventAction.LOGIN_FAILED);
    }

    @Test
    void loginNeedsAUserWhomThisFlowHasIdentified() {
        flow("bare", "user_login", "{}");
        world.logIn("key", alice, false);

        assertThat(engine.executor.open(visit("bare", Map.of(), "key")).component()).isEqualTo("ak-stage-access-denied");
    }

    @Test
    void loginEndsTheFormerLoginOfTheBrowser() {
        Flow flow = flow("fresh", "user_login", "{\"session_duration\":\"hours=2\"}");
        Login former = world.logIn("key", alice, false);
        FlowVisit launched = launched(flow, pending(alice), BROWSER);
        FlowVisit visit = new FlowVisit("fresh", BROWSER, launched.execution(), Map.of(), java.util.Optional.of("key"));

        FlowView view = engine.executor.open(visit);

        assertThat(view.opened().orElseThrow().persistent()).isTrue();
        assertThat(view.execution()).isNotEqualTo(launched.execution().orElseThrow());
        assertThat(world.endedSessions).containsExactly(former.session().id());
    }

    @Test
    void logoutEndsTheLogin() {
        world.bind(world.flow("out", FlowDesignation.INVALIDATION), world.stage("user_logout", "{}"));
        Login login = world.logIn("key", alice, false);

        FlowView view = engine.executor.open(visit("out", Map.of(), "key"));

        assertThat(view.ended()).isTrue();
        assertThat(view.challenge().getString("to")).isEqualTo("/");
        assertThat(world.endedSessions).containsExactly(login.session().id());
        assertThat(engine.executor.open(visit("out", Map.of(), "key")).component()).isEqualTo("xak-flow-redirect");
    }

    @Test
    void consentIsAskedAgainOnlyForWhatIsNew() {
        world.application("grafana");
        Flow flow = flow("consent", "consent", "{\"mode\":\"expiring\",\"consent_expire_in\":\"hours=1\"}");

        JsonObject first = consent(flow, "first", "openid");
        assertThat(first.getJsonArray("permissions")).hasSize(1);
        assertThat(consent(flow, "second", "openid").getString("component")).isEqualTo("xak-flow-redirect");
        JsonObject more = consent(flow, "third", "openid", "email");
        assertThat(more.getJsonArray("additional_permissions").getJsonObject(0).getString("id")).isEqualTo("email");
        assertThat(consent(flow, "fourth", "email").getString("component")).isEqualTo("xak-flow-redirect");
        world.now = world.now.plus(Duration.ofHours(2));
        assertThat(consent(flow, "fifth", "email").getString("component")).isEqualTo("ak-stage-consent");
    }

    @Test
    void whoRefusesConsentIsToldByThePageWhereNobodyElseCanBe() {
        world.application("grafana");
        Flow flow = flow("refusal", "consent", "{\"mode\":\"permanent\"}");

        assertThat(refuse(flow, "first", false).getString("component")).isEqualTo("ak-stage-access-denied");
        assertThat(refuse(flow, "second", true).getString("component")).as("the plan goes on and tells whoever asked").isEqualTo("xak-flow-redirect");
        assertThat(consent(flow, "third", "openid").getString("component")).as("nothing was remembered").isEqualTo("ak-stage-consent");
    }

    private JsonObject refuse(Flow flow, String browser, boolean refusable) {
        PlanContext context = pending(alice).put(ContextKeys.APPLICATION, "grafana");
        if (refusable) {
            context.put(ContextKeys.CONSENT_DENIABLE, true);
        }
        FlowVisit visit = launched(flow, context, browser);
        String token = engine.executor.open(visit).challenge().getString("token");
        return engine.executor.advance(visit, Json.createObjectBuilder().add("component", "ak-stage-consent").add("token", token)
                .add("decision", "deny").build()).challenge();
    }

    /** What the consent stage shows for these permissions; then they are given. */
    private JsonObject consent(Flow flow, String browser, String... permissions) {
        var array = Json.createArrayBuilder();
        List.of(permissions).forEach(id -> array.add(Json.createObjectBuilder().add("id", id).add("name", "Name of " + id)));
        PlanContext context = pending(alice).put(ContextKeys.APPLICATION, "grafana")
                .put(ContextKeys.CONSENT_PERMISSIONS, Json.createObjectBuilder().add("permissions", array).build());
        FlowVisit visit = launched(flow, context, browser);
        JsonObject shown = engine.executor.open(visit).challenge();
        if (shown.containsKey("token")) {
            engine.executor.advance(visit, Json.createObjectBuilder().add("component", "ak-stage-consent").add("token", shown.get("token")).build());
        }
        return shown;
    }

    @Test
    void redirectLeadsIntoAnotherFlowWithWhatIsKnown() {
        Flow second = flow("second", "password", "{\"backends\":[\"authentik.core.auth.InbuiltBackend\"]}");
        second.setAuthentication(org.gatehouse.model.flow.AuthenticationRequirement.REQUIRE_REDIRECT);
        Flow first = flow("first", "redirect", "{\"mode\":\"flow\",\"target_flow\":\"" + second.getId() + "\"}");
        String to = engine.executor.open(launched(first, pending(alice).put(ContextKeys.PENDING_USER_IDENTIFIER, "alice"), BROWSER))
                .challenge().getString("to");

        FlowView view = engine.executor.open(visit("second", BROWSER, to.substring(to.indexOf('=') + 1)));

        assertThat(view.challenge().getString("pending_user")).isEqualTo("alice");
        assertThat(engine.executor.open(visit("second")).component()).isEqualTo("ak-stage-access-denied");
    }

    @Test
    void redirectRefusesTargetsThatRunScript() {
        for (String target : List.of("javascript:alert(1)", "data:text/html,x", "//evil.example", "", "ftp://x/", "https:///x")) {
            FieldProblems problems = new FieldProblems();
            new RedirectStage().check(new RedirectStageSettings(true, RedirectStageSettings.Mode.STATIC, target, null), problems);
            assertThat(problems.byField()).as(target).containsKey("target_static");
        }
    }

    @Test
    void denyRefusesWithItsMessage() {
        flow("denied", "deny", "{\"deny_message\":\"Closed today.\"}");

        assertThat(engine.executor.open(visit("denied")).challenge().getString("error_message")).isEqualTo("Closed today.");
    }
}
