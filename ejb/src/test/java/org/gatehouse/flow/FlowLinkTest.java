package org.gatehouse.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.flow.FlowEngine.identification;
import static org.gatehouse.flow.FlowEngine.visit;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.directory.AccountLocked;
import org.gatehouse.directory.PasswordChanged;
import org.gatehouse.fixture.FlowWorld;
import org.gatehouse.model.directory.User;
import org.gatehouse.model.flow.AuthenticationRequirement;
import org.gatehouse.model.flow.Flow;
import org.gatehouse.model.flow.FlowDesignation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FlowLinkTest {

    private static final String OTHER_BROWSER = "another browser";
    private static final JsonObject WORD = FlowWorld.json("{\"component\":\"test-probe\",\"word\":\"x\"}");

    private final FlowEngine engine = new FlowEngine();
    private final FlowWorld world = engine.world;
    private final FlowExecutor executor = engine.executor;
    private final ProbeStage probe = new ProbeStage();
    private FlowLink link;
    private Flow flow;
    private User alice;

    /** A flow whose second stage saves a link when it is answered, and is passed by who comes back with it. */
    @BeforeEach
    void compose() {
        world.types.add(probe);
        alice = world.user("alice", true);
        flow = world.flow("letter", FlowDesignation.RECOVERY);
        world.bind(flow, world.stage("identification", "{\"user_fields\":[\"username\"]}"));
        world.bind(flow, world.stage("probe", "{}"));
        world.bind(flow, world.stage("deny", "{}"));
        probe.onBegin = run -> run.resumedByLink() ? StageResult.next() : StageResult.show(new ProbeStage.Ask());
        probe.onSubmit = run -> {
            link = run.saveForLink(Duration.ofMinutes(30));
            return StageResult.show(new ProbeStage.Ask());
        };
    }

    private void askForLink(Map<String, String> query) {
        FlowVisit visit = visit("letter", query, null);
        executor.open(visit);
        executor.advance(visit, identification("alice"));
        executor.advance(visit, WORD);
    }

    private String token() {
        return link.path().substring(link.path().indexOf('=') + 1);
    }

    @Test
    void goesOnInAnotherBrowserBehindTheStageThatSavedIt() {
        askForLink(Map.of());

        FlowView view = executor.resume(visit("letter", OTHER_BROWSER, ""), token());

        assertThat(link.path()).startsWith("/if/flow/letter/?flow_token=");
        assertThat(view.component()).isEqualTo("ak-stage-access-denied");
        assertThat(view.challenge().getString("pending_user")).isEqualTo("alice");
        assertThat(executor.open(visit("letter")).component()).isEqualTo("test-probe");
    }

    @Test
    void worksOnce() {
        askForLink(Map.of());
        executor.resume(visit("letter", OTHER_BROWSER, ""), token());

        FlowView again = executor.resume(visit("letter", "a third browser", ""), token());

        assertThat(again.execution()).isEmpty();
        assertThat(again.challenge().getString("error_message")).contains("expired");
        assertThat(again.challenge().getString("pending_user")).isEmpty();
    }

    @Test
    void isDeadAfterItsTimeAndAfterHavingBeenTakenBack() {
        askForLink(Map.of());
        world.now = world.now.plus(Duration.ofMinutes(30));
        assertThat(executor.resume(visit("letter", OTHER_BROWSER, ""), token()).execution()).isEmpty();

        askForLink(Map.of());
        engine.links.revoke(link.id());
        assertThat(executor.resume(visit("letter", OTHER_BROWSER, ""), token()).execution()).isEmpty();

        askForLink(Map.of());
        engine.links.revokeAll(alice.getId());
        assertThat(executor.resume(visit("letter", OTHER_BROWSER, ""), token()).execution()).isEmpty();
    }

    @Test
    void opensNoOtherFlowAndIsNotUsedUpByTheAttempt() {
        askForLink(Map.of());
        world.bind(world.flow("other", FlowDesignation.RECOVERY), world.stage("probe", "{}"));

        assertThat(executor.resume(visit("other", OTHER_BROWSER, ""), token()).execution()).isEmpty();
        assertThat(executor.resume(visit("letter", OTHER_BROWSER, ""), token()).execution()).isNotEmpty();
    }

    @Test
    void aGuessedSecretOpensNothing() {
        askForLink(Map.of());

        for (String guess : List.of("", "x", link.id().toString(), token().toLowerCase(java.util.Locale.ROOT))) {
            assertThat(executor.resume(visit("letter", OTHER_BROWSER, ""), guess).execution()).isEmpty();
        }
    }

    @Test
    void anApiClientOpensItByTheQueryAndStaysInIt() {
        world.bind(flow, world.stage("probe", "{}"));
        askForLink(Map.of());
        probe.onBegin = run -> StageResult.show(new ProbeStage.Ask());
        FlowVisit client = new FlowVisit("letter", OTHER_BROWSER, Optional.empty(), Map.of("flow_token", token()), Optional.empty());

        assertThat(executor.open(client).component()).isEqualTo("test-probe");
        assertThat(executor.open(client).component()).isEqualTo("test-probe");
        assertThat(executor.open(new FlowVisit("letter", "a third browser", Optional.empty(), client.query(), Optional.empty()))
                .component()).isEqualTo("ak-stage-access-denied");
    }

    @Test
    void keepsTheTargetOfThePageItWasAskedOn() {
        probe.onSubmit = run -> {
            link = run.saveForLink(Duration.ofMinutes(30));
            return StageResult.next();
        };
        Flow simple = world.flow("simple", FlowDesignation.RECOVERY);
        world.bind(simple, world.stage("probe", "{}"));
        FlowVisit visit = visit("simple", Map.of("next", "/application/x"), null);
        executor.open(visit);
        executor.advance(visit, WORD);

        FlowView view = executor.resume(visit("simple", OTHER_BROWSER, ""), token());

        assertThat(view.challenge().getString("to")).isEqualTo("/application/x");
    }

    @Test
    void startsAFlowThatNeedsALink() {
        Flow recovery = world.flow("recovery", FlowDesignation.RECOVERY);
        recovery.setAuthentication(AuthenticationRequirement.REQUIRE_TOKEN);
        world.bind(recovery, world.stage("probe", "{}"));
        assertThat(executor.open(visit("recovery")).component()).isEqualTo("ak-stage-access-denied");

        link = engine.launcher.link(new FlowStart(recovery.getId(), new PlanContext().put(ContextKeys.PENDING_USER, alice.getId()),
                List.of()), Duration.ofHours(1));
        FlowView view = executor.resume(visit("recovery", OTHER_BROWSER, ""), token());

        assertThat(view.component()).as("the first stage has not saved this link").isEqualTo("test-probe");
    }

    @Test
    void keepsNeitherItsSecretNorWhatWasTypedInTheClear() {
        askForLink(Map.of());

        assertThat(world.links()).hasSize(1).allSatisfy(stored -> {
            assertThat(stored.getKeyDigest()).doesNotContain(token());
            assertThat(stored.getPlan()).startsWith("v1:").doesNotContain("alice");
        });
        assertThat(link.toString()).doesNotContain(token());
    }

    @Test
    void isDeadAfterThePasswordWasChangedOrTheAccountWasLocked() {
        askForLink(Map.of());
        engine.links.forget(new PasswordChanged(alice.getId() + 1, "a hash"));
        assertThat(world.links()).as("somebody else's").hasSize(1);
        engine.links.forget(new PasswordChanged(alice.getId(), "a hash"));
        assertThat(executor.resume(visit("letter", OTHER_BROWSER, ""), token()).execution()).isEmpty();

        askForLink(Map.of());
        engine.links.forget(new AccountLocked(alice.getId()));
        assertThat(executor.resume(visit("letter", OTHER_BROWSER, ""), token()).execution()).isEmpty();
    }

    @Test
    void staysAboutWhoAskedForItInTheBrowserOfSomebodyElse() {
        world.logIn("alices", alice, false);
        world.logIn("bobs", world.user("bob", true), false);
        Flow own = world.flow("own", FlowDesignation.STAGE_CONFIGURATION);
        world.bind(own, world.stage("probe", "{}"));
        world.bind(own, world.stage("deny", "{}"));
        FlowVisit visit = visit("own", Map.of(), "alices");
        executor.open(visit);
        executor.advance(visit, WORD);
        List<String> seen = new ArrayList<>();
        probe.onBegin = run -> {
            seen.add(run.pendingUser().orElseThrow().getUsername() + ", proved: " + ProvenUser.of(run).isPresent());
            return StageResult.next();
        };

        executor.resume(new FlowVisit("own", OTHER_BROWSER, Optional.empty(), Map.of(), Optional.of("bobs")), token());

        assertThat(seen).containsExactly("alice, proved: true");
    }

    @Test
    void isWorthNothingToWhoeverPlantedTheBrowsersKey() {
        Flow recovery = world.flow("recovery", FlowDesignation.RECOVERY);
        world.bind(recovery, world.stage("probe", "{}"));
        link = engine.launcher.link(new FlowStart(recovery.getId(), new PlanContext().put(ContextKeys.PENDING_USER, alice.getId()),
                List.of()), Duration.ofHours(1));

        FlowView view = executor.resume(visit("recovery", OTHER_BROWSER, ""), token());

        assertThat(view.browser()).as("the plan is the browser's under a new key").isPresent();
        assertThat(executor.open(visit("recovery", OTHER_BROWSER, view.execution())).execution()).isNotEqualTo(view.execution());
        assertThat(executor.open(visit("recovery", view.browser().orElseThrow(), view.execution())).execution()).isEqualTo(view.execution());
    }

    @Test
    void aPlanThatIsOverCannotBeGoneOnWith() {
        Flow leaving = world.flow("leaving", FlowDesignation.STAGE_CONFIGURATION);
        world.bind(leaving, world.stage("dummy", "{}"));
        world.bind(leaving, world.stage("redirect", "{\"mode\":\"static\",\"target_static\":\"/elsewhere\"}"));
        executor.open(visit("leaving"));
        FlowView end = executor.advance(visit("leaving"), FlowWorld.json("{\"component\":\"ak-stage-dummy\"}"));

        FlowView again = executor.open(visit("leaving", FlowEngine.BROWSER, "finished"));

        assertThat(end.challenge().getString("to")).isEqualTo("/elsewhere");
        assertThat(again.component()).as("begun anew").isEqualTo("ak-stage-dummy");
    }
}
