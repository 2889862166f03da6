package org.gatehouse.provider.oauth2.logout;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.event.EventAction;
import org.gatehouse.event.EventDraft;
import org.gatehouse.flow.ContextKeys;
import org.gatehouse.flow.FlowEngine;
import org.gatehouse.flow.FlowStart;
import org.gatehouse.flow.FlowView;
import org.gatehouse.flow.FlowVisit;
import org.gatehouse.flow.InMemoryStage;
import org.gatehouse.flow.PlanContext;
import org.gatehouse.fixture.FlowWorld;
import org.gatehouse.model.directory.User;
import org.gatehouse.model.flow.Flow;
import org.gatehouse.model.flow.FlowDesignation;
import org.gatehouse.model.oauth2.OAuthTokenRepository;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.OAuthClients;
import org.gatehouse.provider.oauth2.TestClients;
import org.gatehouse.provider.oauth2.token.SessionIdentifier;
import org.gatehouse.provider.oauth2.token.Subjects;
import org.gatehouse.session.Login;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a logout that a client asked for does to the login of the browser that comes with it. */
class LogoutFlowTest {

    private static final UUID PROVIDER = new UUID(0, 1);

    private final FlowEngine engine = new FlowEngine();
    private final FlowWorld world = engine.world;
    private final List<UUID> revoked = new ArrayList<>();
    private final OAuthClient client = TestClients.confidential();
    private Login login;

    @BeforeEach
    void prepare() {
        world.types.add(world.wire(new LogoutRequestStage(), new OAuthTokenRepository() {
            @Override
            public void revokeSessionOnline(UUID sessionId, UUID providerId) {
                assertThat(providerId).isEqualTo(PROVIDER);
                revoked.add(sessionId);
            }
        }, new Subjects(null), new OAuthClients() {
            @Override
            public Optional<OAuthClient> find(UUID providerId) {
                return Optional.of(client);
            }
        })).add(new FrontchannelLogoutStage());
        User alice = world.user("alice", true);
        login = world.logIn("key", alice, false);
        world.bind(world.flow("out", FlowDesignation.INVALIDATION), world.stage("user_logout", "{}"));
    }

    @Test
    void asksWhoeverWasNotMeantForCertainAndEndsNothingBefore() {
        FlowVisit visit = started(request(null, null), "key");
        FlowView view = engine.executor.open(visit);

        assertThat(view.component()).isEqualTo("ak-stage-consent");
        assertThat(view.challenge().getString("header_text")).isEqualTo("You're about to log out of App.");
        assertThat(world.endedSessions).isEmpty();
        assertThat(revoked).isEmpty();

        FlowView refused = engine.executor.advance(visit, answer("made up"));
        assertThat(refused.component()).isEqualTo("ak-stage-consent");
        assertThat(world.endedSessions).isEmpty();

        FlowView done = engine.executor.advance(visit, answer(refused.challenge().getString("token")));
        assertThat(done.ended()).isTrue();
        assertThat(done.challenge().getString("to")).isEqualTo("https://app.example.com/bye");
        assertThat(world.endedSessions).containsExactly(login.session().id());
    }

    @Test
    void asksNobodyWhoseLoginTheClientHasShownToMean() {
        FlowView view = engine.executor.open(started(request(new Subjects(null).of(client, login.user()),
                SessionIdentifier.of(login.session().id())), "key"));

        assertThat(view.ended()).isTrue();
        assertThat(view.challenge().getString("to")).isEqualTo("https://app.example.com/bye");
        assertThat(revoked).containsExactly(login.session().id());
        assertThat(world.events).extracting(EventDraft::action).contains(EventAction.LOGOUT);
    }

    @Test
    void asksWhoeverIsLoggedInAsSomebodyElse() {
        FlowView view = engine.executor.open(started(request("somebody-else", SessionIdentifier.of(new UUID(0, 9))), "key"));

        assertThat(view.component()).isEqualTo("ak-stage-consent");
        assertThat(world.endedSessions).isEmpty();
    }

    @Test
    void asksWhoeverFollowsALinkThatNamesNoClient() {
        FlowVisit visit = started(LogoutRequest.ofNobody("Gatehouse"), "key");
        FlowView question = engine.executor.open(visit);

        assertThat(question.component()).isEqualTo("ak-stage-consent");
        assertThat(question.challenge().getString("header_text")).isEqualTo("You're about to log out of Gatehouse.");
        assertThat(world.endedSessions).isEmpty();

        assertThat(engine.executor.advance(visit, answer(question.challenge().getString("token"))).ended()).isTrue();
        assertThat(world.endedSessions).containsExactly(login.session().id());
        assertThat(revoked).as("by the end of the login, not for a client").isEmpty();
    }

    @Test
    void runsWithoutALogin() {
        FlowView view = engine.executor.open(started(request(null, null), null));

        assertThat(view.challenge().getString("to")).isEqualTo("https://app.example.com/bye");
        assertThat(revoked).isEmpty();
    }

    @Test
    void showsTheFramesAndGoesOn() {
        JsonObject frames = world.codec.toStored(new FrontchannelLogoutStage.Frames(
                List.of(new FrontchannelLogoutStage.Frame("https://rp.example.com/out?iss=i&sid=s", "RP"))));
        Flow flow = world.flow("frames", FlowDesignation.INVALIDATION);
        FlowVisit visit = started(flow, new InMemoryStage(FrontchannelLogoutStage.NAME, frames), null);

        FlowView view = engine.executor.open(visit);

        assertThat(view.component()).isEqualTo("ak-provider-iframe-logout");
        assertThat(view.challenge().getJsonArray("logout_urls").getJsonObject(0))
                .isEqualTo(Json.createObjectBuilder().add("url", "https://rp.example.com/out?iss=i&sid=s").add("provider_name", "RP").build());
        assertThat(engine.executor.advance(visit, Json.createObjectBuilder().add("component", "ak-provider-iframe-logout").build())
                .challenge().getString("to")).isEqualTo("https://app.example.com/bye");
    }

    private FlowVisit started(LogoutRequest request, String sessionKey) {
        return started(engine.catalog.find("out").map(flow -> flow.id()).orElseThrow(),
                new InMemoryStage(LogoutRequestStage.NAME, world.codec.toStored(request)), "out", sessionKey);
    }

    private FlowVisit started(Flow flow, InMemoryStage stage, String sessionKey) {
        return started(flow.getId(), stage, flow.getSlug(), sessionKey);
    }

    private FlowVisit started(UUID flow, InMemoryStage stage, String slug, String sessionKey) {
        PlanContext context = new PlanContext().put(ContextKeys.REDIRECT, "https://app.example.com/bye");
        String path = engine.launcher.start(FlowEngine.BROWSER, new FlowStart(flow, context, List.of(stage), List.of()));
        return new FlowVisit(slug, FlowEngine.BROWSER, Optional.of(path.substring(path.indexOf('=') + 1)), Map.of(),
                Optional.ofNullable(sessionKey));
    }

    private static LogoutRequest request(String subject, String sid) {
        return new LogoutRequest(PROVIDER, "App", subject, sid, null);
    }

    private static JsonObject answer(String token) {
        return Json.createObjectBuilder().add("component", "ak-stage-consent").add("token", token).build();
    }
}
