package org.gatehouse.flow.stage.authenticatoremail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.flow.FlowEngine.visit;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gatehouse.authenticator.Validation;
import org.gatehouse.authenticator.ValidationAnswer;
import org.gatehouse.fixture.FlowWorld;
import org.gatehouse.flow.ContextKeys;
import org.gatehouse.flow.FlowEngine;
import org.gatehouse.flow.FlowStart;
import org.gatehouse.flow.FlowVisit;
import org.gatehouse.flow.PlanContext;
import org.gatehouse.model.authenticator.AuthenticatorDevice;
import org.gatehouse.model.config.Stage;
import org.gatehouse.model.directory.User;
import org.gatehouse.model.flow.Flow;
import org.gatehouse.model.flow.FlowDesignation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthenticatorEmailStageTest {

    private static final Pattern CODE = Pattern.compile("(?m)^(\\d{6})$");

    private final FlowEngine engine = new FlowEngine();
    private final FlowWorld world = engine.world;
    private User alice;
    private Flow flow;
    private FlowVisit visit;

    @BeforeEach
    void compose() {
        alice = world.user("alice", true);
        flow = world.flow("setup", FlowDesignation.STAGE_CONFIGURATION);
        Stage stage = world.stage("authenticator_email", "{\"use_global_settings\":true,\"friendly_name\":\"\",\"token_expiry\":\"minutes=10\","
                + "\"subject\":\"\",\"template\":\"email/email_otp.html\"}");
        world.bind(flow, stage);
        world.bind(flow, world.stage("deny", "{}"));
        visit = start("a browser");
    }

    private FlowVisit start(String browser) {
        String path = engine.launcher.start(browser, new FlowStart(flow.getId(), new PlanContext().put(ContextKeys.PENDING_USER, alice.getId())
                .put(ContextKeys.AUTH_METHOD, "password"), List.of()));
        return visit("setup", browser, path.substring(path.indexOf('=') + 1));
    }

    private JsonObject open() {
        return engine.executor.open(visit).challenge();
    }

    private JsonObject answer(String... fields) {
        var answer = Json.createObjectBuilder().add("component", "ak-stage-authenticator-email");
        for (int i = 0; i < fields.length; i += 2) {
            answer.add(fields[i], fields[i + 1]);
        }
        return engine.executor.advance(visit, answer.build()).challenge();
    }

    private String code(int index) {
        Matcher code = CODE.matcher(engine.mail.post.textOf(engine.mail.messages.get(index)));
        assertThat(code.find()).isTrue();
        return code.group(1);
    }

    @Test
    void setsUpTheAccountsOwnAddressAndVerifiesIt() {
        JsonObject shown = open();
        assertThat(shown.getBoolean("email_required")).isFalse();
        assertThat(shown.getString("email")).isEqualTo("a***@e***.com");
        assertThat(open().getString("component")).isEqualTo("ak-stage-authenticator-email");
        assertThat(engine.mail.messages).as("a reload sends nothing").hasSize(1);

        JsonObject done = answer("code", code(0).substring(0, 3) + " " + code(0).substring(3));

        assertThat(done.getString("component")).isEqualTo("ak-stage-access-denied");
        assertThat(engine.codes.rows.devices).singleElement().satisfies(device -> {
            assertThat(engine.codes.emails.wireFields(device).getString("email")).isEqualTo("alice@example.com");
            assertThat(device.getName()).isEqualTo("email");
        });
        assertThat(alice.isEmailVerified()).isTrue();
        assertThat(world.events).noneMatch(event -> event.context().toString().contains(code(0)));
    }

    @Test
    void sendsNoCodeToAnotherAddressThanTheAccountHas() {
        open();

        answer("email", "mallory@example.com");
        answer("email", "mallory@example.com", "code", "000000");

        assertThat(engine.mail.messages).allSatisfy(message -> assertThat(engine.mail.post.recipientOf(message)).isEqualTo("alice@example.com"));
    }

    @Test
    void asksForAnAddressOnlyIfTheAccountHasNone() {
        alice.setEmail("");
        assertThat(open().getBoolean("email_required")).isTrue();
        assertThat(answer("email", "not an address").getJsonObject("response_errors")).containsKey("email");
        assertThat(answer("code", "123456").getJsonObject("response_errors")).containsKey("email");

        answer("email", "alice@home.example");
        answer("code", code(0));

        assertThat(engine.codes.rows.devices).hasSize(1);
        assertThat(alice.isEmailVerified()).isFalse();
    }

    @Test
    void whoHasNoAddressCannotWriteToHalfTheWorld() {
        alice.setEmail("");
        for (int i = 0; i < 60; i++) {
            visit = start("browser " + i);
            open();
            answer("email", "stranger" + i + "@example.org");
        }

        assertThat(engine.mail.messages).hasSize(50);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "12345", "1234567", "abcdef", "''''''"})
    void takesNoOtherCode(String wrong) {
        open();

        assertThat(answer("code", wrong).getJsonObject("response_errors")).containsKey("code");
        assertThat(engine.codes.rows.devices).isEmpty();
    }

    @Test
    void takesNoCodeThatHasExpired() {
        open();
        world.now = world.now.plus(Duration.ofMinutes(10));

        assertThat(answer("code", code(0)).toString()).contains("does not count any more");
    }

    @Test
    void aCodeDiesWithTheFifthWrongAttempt() {
        open();
        String wrong = code(0).equals("000000") ? "111111" : "000000";
        for (int i = 0; i < 5; i++) {
            answer("code", wrong);
        }

        assertThat(answer("code", code(0)).toString()).contains("does not count any more");
    }

    @Test
    void aSecondCodeReplacesTheFirstAfterAPauseThatGrows() {
        open();
        assertThat(answer().toString()).contains("Please wait a moment");
        world.now = world.now.plus(Duration.ofSeconds(5));
        answer();
        assertThat(engine.mail.messages).hasSize(2);
        world.now = world.now.plus(Duration.ofSeconds(5));
        answer();
        assertThat(engine.mail.messages).hasSize(2);

        if (!code(0).equals(code(1))) {
            assertThat(answer("code", code(0)).getJsonObject("response_errors")).containsKey("code");
        }
        assertThat(answer("code", code(1)).getString("component")).isEqualTo("ak-stage-access-denied");
    }

    @Test
    void letsNobodySetUpADeviceForANameTheyOnlyTyped() {
        String path = engine.launcher.start("other", new FlowStart(flow.getId(), new PlanContext().put(ContextKeys.PENDING_USER, alice.getId())
                .put(ContextKeys.PENDING_USER_IDENTIFIER, "alice"), List.of()));

        assertThat(engine.executor.open(visit("setup", "other", path.substring(path.indexOf('=') + 1))).component()).isEqualTo("ak-stage-access-denied");
        assertThat(engine.mail.messages).isEmpty();
    }

    @Test
    void validatesWithACodeThatCountsOnce() {
        open();
        answer("code", code(0));
        AuthenticatorDevice device = engine.codes.rows.devices.get(0);
        Validation validation = new Validation(null, Optional.of(alice), null);
        world.now = world.now.plus(Duration.ofMinutes(1));

        assertThat(engine.codes.emails.challenges(validation, List.of(device))).singleElement()
                .satisfies(challenge -> assertThat(challenge.challenge()).hasToString("{\"email\":\"a***@e***.com\"}"));
        assertThat(engine.mail.messages).as("showing sends nothing").hasSize(1);
        assertThat(engine.codes.emails.select(validation, device)).isEmpty();
        assertThat(engine.codes.emails.select(validation, device)).as("at once again").isPresent();

        ValidationAnswer right = new ValidationAnswer(code(1), null);
        for (ValidationAnswer wrong : List.of(new ValidationAnswer(null, null), new ValidationAnswer("", null), new ValidationAnswer(code(1) + "0", null))) {
            assertThat(engine.codes.emails.verify(validation, List.of(device), wrong)).isEmpty();
        }
        assertThat(engine.codes.emails.verify(validation, List.of(device), right)).contains(device);
        assertThat(engine.codes.emails.verify(validation, List.of(device), right)).isEmpty();
    }

    @Test
    void offersNoDeviceWhoseStageIsGone() {
        open();
        answer("code", code(0));
        AuthenticatorDevice device = engine.codes.rows.devices.get(0);
        device.setStageId(null);
        Validation validation = new Validation(null, Optional.of(alice), null);

        assertThat(engine.codes.emails.challenges(validation, List.of(device))).isEmpty();
        assertThat(engine.codes.emails.select(validation, device)).isPresent();
    }

    @Test
    void setsUpNoAddressTwice() {
        open();
        answer("code", code(0));
        visit = start("another browser");

        assertThat(open().getString("component")).isEqualTo("ak-stage-access-denied");
        assertThat(Map.of("mails", engine.mail.messages.size())).containsEntry("mails", 1);
    }
}
