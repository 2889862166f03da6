package org.gatehouse.flow.stage.captcha;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.flow.FlowEngine.visit;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import org.gatehouse.crypto.SecretCipher;
import org.gatehouse.event.EventAction;
import org.gatehouse.fixture.FlowWorld;
import org.gatehouse.flow.FlowEngine;
import org.gatehouse.flow.FlowView;
import org.gatehouse.flow.captcha.CaptchaStageSettings;
import org.gatehouse.flow.captcha.CaptchaStageSettings.ContentType;
import org.gatehouse.model.config.Stage;
import org.gatehouse.model.flow.Flow;
import org.gatehouse.model.flow.FlowDesignation;
import org.gatehouse.outgoing.LocalHttp;
import org.gatehouse.type.FieldProblems;
import org.gatehouse.type.Secret;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CaptchaStageTest {

    private final FlowEngine engine = new FlowEngine();
    private final FlowWorld world = engine.world;
    private final LocalHttp server = new LocalHttp();

    @AfterEach
    void stop() {
        server.close();
    }

    private Stage captcha(String more) {
        String sealed = new SecretCipher(List.of("the secret of a test")).seal("s3cret");
        return world.stage("captcha", "{\"public_key\":\"site\",\"private_key\":\"" + sealed + "\",\"api_url\":\"" + server.url() + "/verify\","
                + "\"request_content_type\":\"application/x-www-form-urlencoded\",\"score_min_threshold\":0.5,\"score_max_threshold\":1.0"
                + more + "}");
    }

    private FlowView answer(String more, String token) {
        Flow flow = world.flow("flow", FlowDesignation.AUTHENTICATION);
        world.bind(flow, captcha(more));
        world.bind(flow, world.stage("deny", "{}"));
        FlowView shown = engine.executor.open(visit("flow"));
        assertThat(shown.challenge().getString("site_key")).isEqualTo("site");
        assertThat(shown.challenge().toString()).doesNotContain("s3cret");
        return engine.executor.advance(visit("flow"), Json.createObjectBuilder().add("component", "ak-stage-captcha").add("token", token).build());
    }

    @Test
    void passesWhoseAnswerIsConfirmed() {
        server.answer = body -> "{\"success\":true,\"score\":0.9}";

        assertThat(answer("", "good").component()).isEqualTo("ak-stage-access-denied");
        assertThat(server.received).containsExactly("/verify secret=s3cret&response=good&remoteip=192.0.2.1");
    }

    @Test
    void asksInJsonIfThatIsWanted() {
        server.answer = body -> FlowWorld.json(body).getString("response").equals("good") ? "{\"success\":true}" : "{\"success\":false}";

        Flow flow = world.flow("flow", FlowDesignation.AUTHENTICATION);
        Stage stage = captcha("");
        stage.setSettings(Json.createObjectBuilder(stage.getSettings()).add("request_content_type", "application/json").build());
        world.bind(flow, stage);
        world.bind(flow, world.stage("deny", "{}"));
        engine.executor.open(visit("flow"));

        FlowView view = engine.executor.advance(visit("flow"), FlowWorld.json("{\"component\":\"ak-stage-captcha\",\"token\":\"good\"}"));

        assertThat(view.component()).isEqualTo("ak-stage-access-denied");
        assertThat(server.received.get(0)).contains("\"secret\":\"s3cret\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"success\":false}", "{}", "{\"success\":\"true\"}", "{\"success\":1}", "{\"success\":true,\"score\":0.4}",
        "{\"success\":true,\"score\":1.1}", "[]", "", "nonsense"})
    void passesNobodyOtherwise(String answer) {
        server.answer = body -> answer;

        FlowView view = answer(",\"error_on_invalid_score\":true", "bad");

        assertThat(view.component()).isEqualTo("ak-stage-captcha");
        assertThat(view.challenge().getJsonObject("response_errors")).containsKey("token");
    }

    @ParameterizedTest
    @CsvSource({"500, '{\"success\":true}'", "302, '{\"success\":true}'"})
    void passesNobodyWhenTheServerIsBroken(int status, String answer) {
        server.status = status;
        server.answer = body -> answer;

        assertThat(answer("", "good").component()).isEqualTo("ak-stage-captcha");
        assertThat(world.events).anyMatch(event -> event.action().equals(EventAction.CONFIGURATION_ERROR))
                .noneMatch(event -> event.context().toString().contains("s3cret"));
    }

    @Test
    void goesOnWithABadScoreIfPoliciesAreToDecide() {
        server.answer = body -> "{\"success\":true,\"score\":0.1}";

        assertThat(answer(",\"error_on_invalid_score\":false", "bad").component()).isEqualTo("ak-stage-access-denied");
    }

    @Test
    void isAskedOnTheIdentificationPageAndBeforeAnythingIsLookedUp() {
        Flow flow = world.flow("flow", FlowDesignation.AUTHENTICATION);
        Stage captcha = captcha("");
        world.bind(flow, world.stage("identification", "{\"user_fields\":[\"username\"],\"captcha_stage\":\"" + captcha.getId() + "\"}"));
        world.bind(flow, world.stage("deny", "{}"));
        world.user("alice", true);

        JsonObject shown = engine.executor.open(visit("flow")).challenge();
        assertThat(shown.getJsonObject("captcha_stage").getString("js_url")).isNotEmpty();

        server.answer = body -> "{\"success\":" + body.contains("response=good") + "}";
        assertThat(identify(null).getJsonObject("response_errors")).containsKey("captcha_token");
        assertThat(identify("bad").getJsonObject("response_errors")).containsKey("captcha_token");
        assertThat(identify("bad").containsKey("pending_user_identifier")).isFalse();
        assertThat(identify("good").getString("component")).isEqualTo("ak-stage-access-denied");
    }

    private JsonObject identify(String token) {
        var answer = Json.createObjectBuilder().add("component", "ak-stage-identification").add("uid_field", "alice");
        if (token != null) {
            answer.add("captcha_token", token);
        }
        return engine.executor.advance(visit("flow"), answer.build()).challenge();
    }

    @ParameterizedTest
    @CsvSource({"javascript:alert(1)", "http://captcha.example/a.js", "//captcha.example/a.js", "https://u@captcha.example/a.js", "'https://a.example/; script-src *'", "data:x"})
    void takesNoScriptThatCouldBeAnybodys(String url) {
        FieldProblems problems = new FieldProblems();

        new CaptchaStage().check(new CaptchaStageSettings("site", new Secret("v1:x"), url, "https://captcha.example/", ContentType.FORM, false, 1, 0, true), problems);

        assertThat(problems.byField()).containsOnlyKeys("js_url", "score_min_threshold");
    }
}
