package org.gatehouse.flow.stage.authenticatorsms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.flow.FlowEngine.visit;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gatehouse.authenticator.Validation;
import org.gatehouse.authenticator.ValidationAnswer;
import org.gatehouse.crypto.SecretCipher;
import org.gatehouse.event.EventAction;
import org.gatehouse.fixture.FlowWorld;
import org.gatehouse.flow.ContextKeys;
import org.gatehouse.flow.FlowEngine;
import org.gatehouse.flow.FlowStart;
import org.gatehouse.flow.FlowVisit;
import org.gatehouse.flow.PlanContext;
import org.gatehouse.model.authenticator.AuthenticatorDevice;
import org.gatehouse.model.directory.User;
import org.gatehouse.model.flow.Flow;
import org.gatehouse.model.flow.FlowDesignation;
import org.gatehouse.outgoing.LocalHttp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthenticatorSmsStageTest {

    private static final Pattern CODE = Pattern.compile("(\\d{6})\"}?$");
    private static final SecretCipher CIPHER = new SecretCipher(List.of("the secret of a test"));

    private final FlowEngine engine = new FlowEngine();
    private final FlowWorld world = engine.world;
    private final LocalHttp gateway = new LocalHttp();
    private User alice;
    private FlowVisit visit;

    @BeforeEach
    void user() {
        alice = world.user("alice", true);
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    /** A flow of a stage with this gateway, for alice. */
    private void start(String type, boolean verifyOnly) {
        Flow flow = world.flow("setup", FlowDesignation.STAGE_CONFIGURATION);
        world.bind(flow, world.stage("authenticator_sms", Json.createObjectBuilder().add("provider", "generic").add("from_number", "+491")
                .add("account_sid", gateway.url() + "/send").add("auth", CIPHER.seal("name")).add("auth_password", CIPHER.seal("s3cret"))
                .add("auth_type", type).add("verify_only", verifyOnly).add("friendly_name", "").build().toString()));
        world.bind(flow, world.stage("deny", "{}"));
        String path = engine.launcher.start("a browser", new FlowStart(flow.getId(), new PlanContext().put(ContextKeys.PENDING_USER, alice.getId())
                .put(ContextKeys.AUTH_METHOD, "password"), List.of()));
        visit = visit("setup", "a browser", path.substring(path.indexOf('=') + 1));
        assertThat(engine.executor.open(visit).challenge().getBoolean("phone_number_required")).isTrue();
    }

    private JsonObject answer(String... fields) {
        var answer = Json.createObjectBuilder().add("component", "ak-stage-authenticator-sms");
        for (int i = 0; i < fields.length; i += 2) {
            answer.add(fields[i], fields[i + 1]);
        }
        return engine.executor.advance(visit, answer.build()).challenge();
    }

    private String code() {
        Matcher code = CODE.matcher(gateway.received.get(gateway.received.size() - 1));
        assertThat(code.find()).isTrue();
        return code.group(1);
    }

    @Test
    void setsUpANumber() {
        start("basic", false);

        assertThat(answer("phone_number", "+49 (30) 123-456").getBoolean("phone_number_required")).isFalse();
        JsonObject sent = FlowWorld.json(gateway.received.get(0).substring("/send ".length()));
        assertThat(sent.getString("To")).isEqualTo("+4930123456");
        assertThat(sent.getString("From")).isEqualTo("+491");
        assertThat(sent.getString("Body")).isEqualTo(sent.getString("Message"));
        assertThat(gateway.credentials).containsExactly("Basic " + Base64.getEncoder().encodeToString("name:s3cret".getBytes(StandardCharsets.UTF_8)));

        assertThat(answer("code", code()).getString("component")).isEqualTo("ak-stage-access-denied");
        assertThat(engine.codes.rows.devices).singleElement()
                .satisfies(device -> assertThat(engine.codes.telephones.wireFields(device).getString("phone_number")).isEqualTo("+4930123456"));
    }

    @Test
    void logsInToTheGatewayWithATokenIfThatIsWanted() {
        start("bearer", false);

        answer("phone_number", "+4930123456");

        assertThat(gateway.credentials).containsExactly("Bearer name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "030 123456", "+49", "+0123456789", "+49abc", "+491234567890123456", "+49301234567;+4930", "tel:+4930123456", "+4930\n123456"})
    void sendsNothingToWhatIsNoNumber(String number) {
        start("basic", false);

        assertThat(answer("phone_number", number).getJsonObject("response_errors")).containsKey("phone_number");
        assertThat(gateway.received).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12345", "1234567", "abcdef"})
    void takesNoOtherCode(String wrong) {
        start("basic", false);
        answer("phone_number", "+4930123456");

        assertThat(answer("code", wrong).getJsonObject("response_errors")).containsKey("code");
        assertThat(engine.codes.rows.devices).isEmpty();
    }

    @Test
    void takesNoCodeThatWentToAnotherNumber() {
        start("basic", false);
        answer("phone_number", "+4930111111");
        String first = code();
        answer("phone_number", "+4930222222");

        if (!first.equals(code())) {
            assertThat(answer("code", first).getJsonObject("response_errors")).containsKey("code");
        }
        answer("code", code());
        assertThat(engine.codes.rows.devices).singleElement()
                .satisfies(device -> assertThat(engine.codes.telephones.wireFields(device).getString("phone_number")).isEqualTo("+4930222222"));
    }

    @Test
    void keepsOnlyADigestOfANumberThatIsOnlyVerified() {
        start("basic", true);
        answer("phone_number", "+4930123456");
        answer("code", code());
        AuthenticatorDevice device = engine.codes.rows.devices.get(0);
        Validation validation = new Validation(null, Optional.of(alice), null);
        world.now = world.now.plus(Duration.ofHours(1));

        assertThat(device.getDetails().toString()).doesNotContain("123456\"").contains("hash:");
        assertThat(engine.codes.telephones.challenges(validation, List.of(device))).isEmpty();
        assertThat(engine.codes.telephones.select(validation, device)).isPresent();
        assertThat(gateway.received).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"500", "401", "302"})
    void saysSoWhenTheGatewayDoesNotTakeIt(int status) {
        start("basic", false);
        gateway.status = status;

        JsonObject view = answer("phone_number", "+4930123456");

        assertThat(view.getJsonObject("response_errors")).containsKey("phone_number");
        assertThat(view.getBoolean("phone_number_required")).isTrue();
        assertThat(world.events).anyMatch(event -> event.action().equals(EventAction.CONFIGURATION_ERROR))
                .noneMatch(event -> event.context().toString().matches(".*(s3cret|4930123456|\\d{6}).*"));
    }

    @Test
    void sendsFewMessagesToOneNumberAndFewForOnePerson() {
        start("basic", false);
        for (int i = 0; i < 30; i++) {
            answer("phone_number", "+493012345" + (10 + i));
        }
        assertThat(gateway.received).hasSize(20);
        world.now = world.now.plus(Duration.ofDays(1));
        answer("phone_number", "+4930123456");
        answer();
        assertThat(gateway.received).hasSize(21);
        world.now = world.now.plus(Duration.ofSeconds(5));
        answer();
        assertThat(gateway.received).hasSize(22);
    }

    @Test
    void validatesWithACodeThatCountsOnceAndForAWhile() {
        start("basic", false);
        answer("phone_number", "+4930123456");
        answer("code", code());
        AuthenticatorDevice device = engine.codes.rows.devices.get(0);
        Validation validation = new Validation(null, Optional.of(alice), null);
        world.now = world.now.plus(Duration.ofMinutes(1));
        assertThat(engine.codes.telephones.challenges(validation, List.of(device))).singleElement()
                .satisfies(challenge -> assertThat(challenge.challenge()).hasToString("{\"phone_number\":\"***456\"}"));

        assertThat(engine.codes.telephones.select(validation, device)).isEmpty();
        ValidationAnswer right = new ValidationAnswer(code(), null);
        assertThat(engine.codes.telephones.verify(validation, List.of(device), new ValidationAnswer("1", null))).isEmpty();
        assertThat(engine.codes.telephones.verify(validation, List.of(device), right)).contains(device);
        assertThat(engine.codes.telephones.verify(validation, List.of(device), right)).isEmpty();

        world.now = world.now.plus(Duration.ofMinutes(1));
        engine.codes.telephones.select(validation, device);
        world.now = world.now.plus(Duration.ofMinutes(10));
        assertThat(engine.codes.telephones.verify(validation, List.of(device), new ValidationAnswer(code(), null))).isEmpty();
    }
}
