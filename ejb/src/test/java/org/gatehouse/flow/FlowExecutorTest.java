package org.gatehouse.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gatehouse.flow.FlowEngine.BROWSER;
import static org.gatehouse.flow.FlowEngine.identification;
import static org.gatehouse.flow.FlowEngine.password;
import static org.gatehouse.flow.FlowEngine.visit;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.gatehouse.event.EventAction;
import org.gatehouse.fixture.FlowWorld;
import org.gatehouse.model.directory.User;
import org.gatehouse.model.flow.AuthenticationRequirement;
import org.gatehouse.model.flow.DeniedAction;
import org.gatehouse.model.flow.Flow;
import org.gatehouse.model.flow.FlowDesignation;
import org.gatehouse.model.flow.FlowStageBinding;
import org.gatehouse.model.flow.InvalidResponseAction;
import org.gatehouse.type.ObjectNotFound;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FlowExecutorTest {

    private static final JsonObject WORD = FlowWorld.json("{\"component\":\"test-probe\",\"word\":\"x\"}");

    private final FlowEngine engine = new FlowEngine();
    private final FlowWorld world = engine.world;
    private final FlowExecutor executor = engine.executor;
    private final ProbeStage probe = new ProbeStage();
    private Flow login;
    private Flow probing;
    private FlowStageBinding probeBinding;
    private FlowStageBinding passwordBinding;
    private User alice;

    @BeforeEach
    void compose() {
        world.types.add(probe);
        alice = world.user("alice", true);
        login = world.flow("login", FlowDesignation.AUTHENTICATION);
        world.bind(login, world.stage("identification", "{\"user_fields\":[\"username\",\"email\"]}"));
        passwordBinding = world.bind(login, world.stage("password", "{\"backends\":[\"authentik.core.auth.InbuiltBackend\"]}"));
        world.bind(login, world.stage("user_login", "{}"));
        probing = world.flow("probing", FlowDesignation.AUTHENTICATION);
        probeBinding = world.bind(probing, world.stage("probe", "{}"));
    }

    @Test
    void logsInWithIdentificationAndPassword() {
        assertThat(executor.open(visit("login")).component()).isEqualTo("ak-stage-identification");
        assertThat(executor.advance(visit("login"), identification("alice")).component()).isEqualTo("ak-stage-password");

        FlowView view = executor.advance(visit("login"), password("correct"));

        assertThat(view.component()).isEqualTo("xak-flow-redirect");
        assertThat(view.challenge().getString("to")).isEqualTo("/if/user/");
        assertThat(view.challenge().getBoolean("final_redirect")).isTrue();
        assertThat(view.opened().orElseThrow().session().userId()).isEqualTo(alice.getId());
        assertThat(view.browser()).isPresent().get().isNotEqualTo(BROWSER);
        assertThat(world.events).extracting(event -> event.action()).containsExactly(EventAction.LOGIN);
    }

    @Test
    void aPlantedBrowserKeyIsWorthNothingOnceThePasswordWasRight() {
        Flow remembering = world.flow("remembering", FlowDesignation.AUTHENTICATION);
        world.bind(remembering, world.stage("identification", "{\"user_fields\":[\"username\"]}"));
        world.bind(remembering, world.stage("password", "{\"backends\":[\"authentik.core.auth.InbuiltBackend\"]}"));
        world.bind(remembering, world.stage("user_login", "{\"remember_me_offset\":\"days=1\"}"));
        executor.open(visit("remembering"));
        executor.advance(visit("remembering"), identification("alice"));

        FlowView victim = executor.advance(visit("remembering"), password("correct"));
        assertThat(victim.component()).isEqualTo("ak-stage-user-login");
        JsonObject remember = FlowWorld.json("{\"component\":\"ak-stage-user-login\",\"remember_me\":true}");
        FlowView thief = executor.advance(visit("remembering"), remember);

        assertThat(thief.opened()).isEmpty();
        assertThat(thief.component()).isEqualTo("ak-stage-identification");
        assertThat(executor.advance(visit("remembering", victim.browser().orElseThrow(), ""), remember).opened()).isPresent();
    }

    @Test
    void writesChallengesAsTheContractSays() {
        JsonObject challenge = executor.open(visit("login")).challenge();

        assertThat(challenge.getJsonObject("flow_info").keySet()).containsExactlyInAnyOrder("title", "background", "cancel_url", "layout");
        assertThat(challenge.getString("flow_designation")).isEqualTo("authentication");
        assertThat(challenge.getJsonArray("user_fields")).hasSize(2);
        assertThat(challenge).doesNotContainKeys("response_errors", "enroll_url", "application_pre");
    }

    @Test
    void offersTheBrandsRecoveryWherePeopleLogInAndNowhereElse() {
        Flow recovery = world.flow("recovery", FlowDesignation.RECOVERY);
        world.bind(recovery, world.stage("identification", "{\"user_fields\":[\"username\"]}"));
        engine.brand.brand.setFlowRecoveryId(recovery.getId());

        assertThat(executor.open(visit("login")).challenge().getString("recovery_url")).isEqualTo("/if/flow/recovery/");
        assertThat(executor.advance(visit("login"), identification("alice")).challenge().getString("recovery_url")).isEqualTo("/if/flow/recovery/");
        assertThat(executor.open(visit("recovery")).challenge()).doesNotContainKey("recovery_url");
    }

    @Test
    void openingIsRepeatable() {
        FlowView first = executor.open(visit("login"));
        FlowView second = executor.open(visit("login"));

        assertThat(second.step()).isEqualTo(first.step());
        assertThat(second.challenge()).isEqualTo(first.challenge());
    }

    @Test
    void answersAnUnknownUserAndADisabledOneLikeOneWithAWrongPassword() {
        world.user("gone", false);

        List<JsonValue> answers = new ArrayList<>();
        for (String name : List.of("alice", "gone", "nobody")) {
            FlowVisit visit = visit("login", name + "'s browser", "");
            executor.open(visit);
            executor.advance(visit, identification(name));
            FlowView view = executor.advance(visit, password(name.equals("gone") ? "correct" : "wrong"));
            assertThat(view.opened()).isEmpty();
            answers.add(view.challenge().get("response_errors"));
        }

        assertThat(answers).containsOnly(answers.get(0));
    }

    @Test
    void showsWhatWasTypedAndNotTheAccountItMatches() {
        executor.open(visit("login"));

        FlowView view = executor.advance(visit("login"), identification("ALICE@example.com"));

        assertThat(view.challenge().getString("pending_user")).isEqualTo("ALICE@example.com");
    }

    @Test
    void cancelsAfterTooManyWrongPasswordsEvenIfTheLastIsRight() {
        executor.open(visit("login"));
        executor.advance(visit("login"), identification("alice"));
        FlowView view = null;
        for (int i = 0; i < 5; i++) {
            view = executor.advance(visit("login"), password("wrong"));
        }

        assertThat(view.component()).isEqualTo("ak-stage-access-denied");
        assertThat(executor.advance(visit("login"), password("correct")).opened()).isEmpty();
        assertThat(world.events).filteredOn(event -> event.action().equals(EventAction.LOGIN_FAILED)).hasSize(5)
                .noneMatch(event -> event.context().toString().contains("wrong\"") && event.context().toString().contains("password\":\""));
    }

    @Test
    void refusesAFormThatTheShownPageDidNotMake() {
        FlowView page = executor.open(visit("login"));

        assertThat(executor.advance(visit("login"), identification("alice"), "made up").component()).isEqualTo("ak-stage-identification");
        assertThat(executor.advance(visit("login"), identification("alice"), null).component()).isEqualTo("ak-stage-identification");
        assertThat(executor.advance(visit("login"), identification("alice"), page.step()).component()).isEqualTo("ak-stage-password");
        FlowView replayed = executor.advance(visit("login"), identification("alice"), page.step());
        assertThat(replayed.component()).isEqualTo("ak-stage-password");
        assertThat(replayed.challenge().getJsonObject("response_errors")).containsKey("non_field_errors");
    }

    @Test
    void anotherBrowserCannotUseAnExecution() {
        String path = engine.launcher.start(BROWSER, new FlowStart(probing.getId(), new PlanContext(), List.of()));
        String execution = path.substring(path.indexOf('=') + 1);
        executor.open(visit("probing", BROWSER, execution));

        FlowView view = executor.advance(visit("probing", "another browser", execution), WORD);

        assertThat(probe.submitted).hasValue(0);
        assertThat(view.execution()).isEmpty();
        assertThat(world.events).extracting(event -> event.action()).contains(EventAction.SUSPICIOUS_REQUEST);
    }

    @Test
    void theBrowserKeyOfBeforeTheLoginIsWorthNothingAfterIt() {
        world.bind(login, world.stage("probe", "{}"));
        executor.open(visit("login"));
        executor.advance(visit("login"), identification("alice"));
        FlowView loggedIn = executor.advance(visit("login"), password("correct"));
        assertThat(loggedIn.component()).isEqualTo("test-probe");

        assertThat(executor.open(visit("login")).component()).isEqualTo("ak-stage-identification");
        FlowVisit own = new FlowVisit("login", loggedIn.browser().orElseThrow(), java.util.Optional.empty(), Map.of(),
                loggedIn.opened().map(opened -> opened.key()));
        assertThat(executor.open(own).component()).isEqualTo("test-probe");
        FlowVisit withoutLogin = new FlowVisit("login", loggedIn.browser().orElseThrow(), java.util.Optional.empty(), Map.of(), java.util.Optional.empty());
        assertThat(executor.open(withoutLogin).component()).isEqualTo("ak-stage-access-denied");
    }

    @Test
    void ofManySimultaneousAnswersOneCounts() throws Exception {
        world.bind(probing, passwordBinding.getStage());
        executor.open(visit("probing"));
        ExecutorService threads = Executors.newFixedThreadPool(8);
        CountDownLatch start = new CountDownLatch(1);
        List<Future<FlowView>> views = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            views.add(threads.submit(() -> {
                start.await();
                return executor.advance(visit("probing"), WORD);
            }));
        }
        start.countDown();
        for (Future<FlowView> view : views) {
            assertThat(view.get().component()).isIn("test-probe", "ak-stage-password");
        }
        threads.shutdown();

        assertThat(probe.submitted).hasValue(1);
    }

    @Test
    void skipsAStageWhosePoliciesFail() {
        world.policies = target -> !target.equals(probeBinding.getId());

        assertThat(executor.open(visit("probing")).component()).isEqualTo("xak-flow-redirect");
        assertThat(probe.begun).hasValue(0);
    }

    @Test
    void refusesTheFlowWhenPoliciesCannotBeAsked() {
        executor.open(visit("login"));
        world.policies = target -> {
            if (target.equals(passwordBinding.getId())) {
                throw new IllegalStateException("junk in a header");
            }
            return true;
        };

        FlowView view = executor.advance(visit("login"), identification("alice"));

        assertThat(view.component()).isEqualTo("ak-stage-access-denied");
        assertThat(view.opened()).isEmpty();
        assertThat(world.events).extracting(event -> event.action()).contains(EventAction.SYSTEM_EXCEPTION);
    }

    @Test
    void aStageThatBreaksIsNotPassedAndCanBeTriedAgain() {
        executor.open(visit("probing"));
        probe.onSubmit = flow -> {
            throw new IllegalStateException("secret detail");
        };
        FlowView broken = executor.advance(visit("probing"), WORD);
        assertThat(broken.component()).isEqualTo("ak-stage-flow-error");
        assertThat(broken.challenge().toString()).contains("request-1").doesNotContain("secret detail");

        probe.onSubmit = flow -> StageResult.next();

        assertThat(executor.open(visit("probing")).component()).isEqualTo("test-probe");
        assertThat(executor.advance(visit("probing"), WORD).component()).isEqualTo("xak-flow-redirect");
    }

    @Test
    void refusesAFlowWhoseRequirementIsNotMet() {
        Map<AuthenticationRequirement, String> session = Map.of(AuthenticationRequirement.REQUIRE_UNAUTHENTICATED, "key",
                AuthenticationRequirement.REQUIRE_SUPERUSER, "key");
        world.logIn("key", alice, false);
        for (AuthenticationRequirement requirement : AuthenticationRequirement.values()) {
            probing.setAuthentication(requirement);
            FlowVisit visit = new FlowVisit("probing", requirement + " browser", java.util.Optional.empty(), Map.of(),
                    java.util.Optional.ofNullable(session.get(requirement)));
            assertThat(executor.open(visit).component()).as(requirement.name())
                    .isEqualTo(requirement == AuthenticationRequirement.NONE ? "test-probe" : "ak-stage-access-denied");
        }
    }

    @Test
    void aFlowForTheLoggedInStopsWhenTheLoginChanges() {
        probing.setAuthentication(AuthenticationRequirement.REQUIRE_AUTHENTICATED);
        world.logIn("alice's key", alice, false);
        world.logIn("bob's key", world.user("bob", true), false);
        assertThat(executor.open(visit("probing", Map.of(), "alice's key")).component()).isEqualTo("test-probe");

        FlowView view = executor.advance(visit("probing", Map.of(), "bob's key"), WORD);

        assertThat(view.component()).isEqualTo("ak-stage-access-denied");
        assertThat(probe.submitted).hasValue(0);
    }

    @Test
    void leadsOnlyToPathsOfThisServer() {
        probe.onBegin = flow -> StageResult.next();
        for (String next : List.of("https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)", "/\t/evil.example")) {
            assertThat(executor.open(visit("probing", Map.of("next", next), null)).challenge().getString("to")).isEqualTo("/if/user/");
        }
        assertThat(executor.open(visit("probing", Map.of("next", "/app?x=1"), null)).challenge().getString("to")).isEqualTo("/app?x=1");
    }

    @Test
    void deniesAsTheFlowSays() {
        probe.onBegin = flow -> StageResult.deny("No.");
        Map<String, String> next = Map.of("next", "/elsewhere");

        probing.setDeniedAction(DeniedAction.MESSAGE_CONTINUE);
        assertThat(executor.open(visit("probing", next, null)).challenge().getString("to")).isEqualTo("/elsewhere");
        assertThat(executor.open(visit("probing", Map.of(), null)).challenge().getString("error_message")).isEqualTo("No.");
        probing.setDeniedAction(DeniedAction.MESSAGE);
        assertThat(executor.open(visit("probing", next, null)).component()).isEqualTo("ak-stage-access-denied");
        probing.setDeniedAction(DeniedAction.CONTINUE);
        assertThat(executor.open(visit("probing", Map.of(), null)).component()).isEqualTo("xak-flow-redirect");
    }

    @Test
    void launchedFlowsEndWithTheStagesOfWhoLaunchedThem() {
        Flow empty = world.flow("empty", FlowDesignation.AUTHORIZATION);
        probe.onBegin = flow -> StageResult.leave("https://rp.example.com/callback?code=" + flow.plan().get(ContextKeys.APPLICATION).orElse(""));
        String path = engine.launcher.start(BROWSER, new FlowStart(empty.getId(), new PlanContext().put(ContextKeys.APPLICATION, "grafana"),
                List.of(new InMemoryStage("probe", JsonValue.EMPTY_JSON_OBJECT))));
        String execution = path.substring(path.indexOf('=') + 1);

        assertThat(path).startsWith("/if/flow/empty/?execution=");
        assertThat(executor.open(visit("empty", BROWSER, execution)).challenge().getString("to")).isEqualTo("https://rp.example.com/callback?code=grafana");
        assertThat(executor.open(visit("empty", BROWSER, execution)).component()).isEqualTo("ak-stage-access-denied");
    }

    @Test
    void startsOverOrKeepsWhatItKnowsAfterAnInvalidAnswer() {
        ContextKey<Boolean> seen = ContextKey.flag("probe.seen");
        probe.onSubmit = flow -> {
            flow.plan().put(seen, true);
            return StageResult.invalid("word", "No.");
        };
        List<Boolean> known = new ArrayList<>();
        for (InvalidResponseAction action : InvalidResponseAction.values()) {
            probeBinding.setInvalidResponseAction(action);
            FlowVisit visit = visit("probing", action.name(), "");
            executor.open(visit);
            FlowView view = executor.advance(visit, WORD);
            assertThat(view.challenge().getJsonObject("response_errors")).containsKey("word");
            probe.onBegin = flow -> {
                known.add(flow.plan().has(seen));
                return StageResult.show(new ProbeStage.Ask());
            };
            executor.open(visit);
            probe.onBegin = flow -> StageResult.show(new ProbeStage.Ask());
        }

        assertThat(known).containsExactly(true, false, true);
    }

    @Test
    void cancelBeginsAgainAndKeepsTheTarget() {
        String path = engine.launcher.start(BROWSER, new FlowStart(login.getId(), new PlanContext().put(ContextKeys.REDIRECT, "/app"), List.of()));
        String execution = path.substring(path.indexOf('=') + 1, path.indexOf('&'));
        FlowVisit visit = visit("login", BROWSER, execution);
        executor.open(visit);
        assertThat(executor.advance(visit, identification("alice")).component()).isEqualTo("ak-stage-password");

        assertThat(executor.cancel(visit).challenge().getString("to")).startsWith("/if/flow/login/?execution=" + execution);

        assertThat(executor.open(visit).component()).isEqualTo("ak-stage-identification");
        executor.advance(visit, identification("alice"));
        assertThat(executor.advance(visit, password("correct")).challenge().getString("to")).isEqualTo("/app");
    }

    @Test
    void thereIsNoUnknownFlow() {
        assertThatThrownBy(() -> executor.open(visit("no-such-flow"))).isInstanceOf(ObjectNotFound.class);
    }

    @Test
    void refusesAStageThatWasDeletedUnderTheRunningFlow() {
        executor.open(visit("probing"));
        world.bind(probing, probeBinding.getStage());
        world.remove(probeBinding.getStage());

        assertThat(executor.advance(visit("probing"), WORD).component()).isEqualTo("ak-stage-access-denied");
    }

    @Test
    void aTabInWhichALoginWasBegunGoesOnWhenAnotherTabHasLoggedIn() {
        String one = engine.launcher.begin(BROWSER, "login");
        String two = engine.launcher.begin(BROWSER, "login");
        for (String execution : List.of(one, two)) {
            executor.open(visit("login", BROWSER, execution));
            executor.advance(visit("login", BROWSER, execution), identification("alice"));
        }
        FlowView first = executor.advance(visit("login", BROWSER, one), password("correct"));

        FlowView second = executor.advance(new FlowVisit("login", first.browser().orElseThrow(), java.util.Optional.of(two),
                Map.of("next", "/application/x"), java.util.Optional.of(first.opened().orElseThrow().key())), password("correct"));

        assertThat(second.challenge().getString("to")).isEqualTo("/application/x");
        assertThat(second.opened()).isEmpty();
        assertThat(world.events).extracting(event -> event.action()).doesNotContain(EventAction.SUSPICIOUS_REQUEST);
    }

    @Test
    void aPlanInWhichNothingHappensIsTheSameText() {
        executor.open(visit("login"));
        executor.advance(visit("login"), identification("alice"));
        String key = FlowStore.keyOf(BROWSER, "login", "");
        String before = engine.store.find(key).orElseThrow();

        executor.open(visit("login"));

        assertThat(engine.store.find(key).orElseThrow()).isSameAs(before);
        assertThat(FlowPlanCodec.write(FlowPlanCodec.read(before))).isEqualTo(before);
    }

    @Test
    void everyRequirementIsMetByWhatItNamesAndByNothingElse() {
        world.logIn("a user's session", alice, false);
        world.logIn("an admin's session", world.user("root", true), true);
        Map<AuthenticationRequirement, List<String>> admitted = Map.of(
                AuthenticationRequirement.NONE, List.of("nobody", "user", "admin", "redirected", "restored"),
                AuthenticationRequirement.REQUIRE_AUTHENTICATED, List.of("user", "admin"),
                AuthenticationRequirement.REQUIRE_UNAUTHENTICATED, List.of("nobody", "redirected", "restored"),
                AuthenticationRequirement.REQUIRE_SUPERUSER, List.of("admin"),
                AuthenticationRequirement.REQUIRE_REDIRECT, List.of("redirected"),
                AuthenticationRequirement.REQUIRE_TOKEN, List.of("restored"),
                AuthenticationRequirement.REQUIRE_OUTPOST, List.of());
        assertThat(admitted.keySet()).containsExactlyInAnyOrder(AuthenticationRequirement.values());

        admitted.forEach((requirement, who) -> {
            probing.setAuthentication(requirement);
            Map<String, FlowView> views = Map.of(
                    "nobody", executor.open(launched(new PlanContext(), null)),
                    "user", executor.open(launched(new PlanContext(), "a user's session")),
                    "admin", executor.open(launched(new PlanContext(), "an admin's session")),
                    "redirected", executor.open(launched(new PlanContext().put(ContextKeys.IS_REDIRECTED, true), null)),
                    "restored", executor.open(launched(new PlanContext().put(ContextKeys.IS_RESTORED, true), null)));
            assertThat(views.keySet().stream().filter(name -> views.get(name).component().equals("test-probe")).toList())
                    .as(requirement.wireName()).containsExactlyInAnyOrderElementsOf(who);
        });
    }

    @Test
    void theTargetSurvivesARedirectIntoAnotherFlow() {
        for (String keep : List.of("true", "false")) {
            Flow leading = world.flow("leading-" + keep, FlowDesignation.AUTHENTICATION);
            world.bind(leading, world.stage("redirect", "{\"mode\":\"flow\",\"target_flow\":\"" + probing.getId() + "\",\"keep_context\":" + keep + "}"));

            String to = executor.open(visit("leading-" + keep, Map.of("next", "/application/x"), null)).challenge().getString("to");

            assertThat(to).contains("next=%2Fapplication%2Fx");
            String execution = to.replaceAll(".*execution=([^&]*).*", "$1");
            FlowVisit there = visit("probing", BROWSER, execution);
            executor.open(there);
            assertThat(executor.advance(there, WORD).challenge().getString("to")).isEqualTo("/application/x");
        }
    }

    @Test
    void theTargetSurvivesADenial() {
        Flow closed = world.flow("closed", FlowDesignation.AUTHENTICATION);
        closed.setDeniedAction(DeniedAction.MESSAGE);
        world.bind(closed, world.stage("deny", "{}"));

        JsonObject denied = executor.open(visit("closed", Map.of("next", "/application/x"), null)).challenge();

        assertThat(denied.getJsonObject("flow_info").getString("cancel_url")).contains("next=%2Fapplication%2Fx");
        assertThat(executor.cancel(visit("closed", Map.of("next", "/application/x"), null)).challenge().getString("to")).contains("next=%2Fapplication%2Fx");
    }

    private FlowVisit launched(PlanContext context, String sessionKey) {
        String path = engine.launcher.start(BROWSER, new FlowStart(probing.getId(), context, List.of()));
        return new FlowVisit("probing", BROWSER, java.util.Optional.of(path.substring(path.indexOf('=') + 1)), Map.of(),
                java.util.Optional.ofNullable(sessionKey));
    }
}
