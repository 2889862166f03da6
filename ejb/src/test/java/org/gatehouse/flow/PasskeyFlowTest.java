package org.gatehouse.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.flow.FlowEngine.BROWSER;
import static org.gatehouse.flow.FlowEngine.identification;
import static org.gatehouse.flow.FlowEngine.visit;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.authenticator.DeviceChallenge;
import org.gatehouse.authenticator.UserVerification;
import org.gatehouse.authenticator.Validation;
import org.gatehouse.authenticator.ValidationAnswer;
import org.gatehouse.authenticator.WebAuthnRequirements;
import org.gatehouse.event.EventAction;
import org.gatehouse.fixture.FlowWorld;
import org.gatehouse.fixture.SoftwareAuthenticator;
import org.gatehouse.model.authenticator.AuthenticatorDevice;
import org.gatehouse.model.directory.User;
import org.gatehouse.model.flow.Flow;
import org.gatehouse.model.flow.FlowDesignation;
import org.gatehouse.webauthn.UserHandles;
import org.junit.jupiter.api.Test;

/** Registering a passkey, and logging in with it on the identification page. */
class PasskeyFlowTest {

    private static final String ORIGIN = "https://id.example.com";
    private static final UUID YUBIKEY = UUID.fromString("2fc0579f-8113-47ea-b116-bb5a8db9202a");

    private final FlowEngine engine = new FlowEngine();
    private final FlowWorld world = engine.world;
    private final User alice = world.user("alice", true);
    private final User bob = world.user("bob", true);
    private final SoftwareAuthenticator key = new SoftwareAuthenticator(ORIGIN);

    /** A set-up flow of a user who has proved who they are. */
    private FlowVisit setUp(String settings, User user) {
        return setUp(settings, new PlanContext().put(ContextKeys.PENDING_USER, user.getId()).put(ContextKeys.AUTH_METHOD, "password"));
    }

    private FlowVisit setUp(String settings, PlanContext context) {
        Flow flow = world.flow("setup", FlowDesignation.STAGE_CONFIGURATION);
        world.bind(flow, world.stage("authenticator_webauthn", settings));
        String path = engine.launcher.start(BROWSER, new FlowStart(flow.getId(), context, List.of()));
        return visit("setup", BROWSER, path.substring(path.indexOf('=') + 1));
    }

    private FlowView register(FlowVisit visit, SoftwareAuthenticator with) {
        JsonObject options = engine.executor.open(visit).challenge().getJsonObject("registration");
        return engine.executor.advance(visit, response(with.create(options)));
    }

    private static JsonObject response(JsonObject credential) {
        return Json.createObjectBuilder().add("component", "ak-stage-authenticator-webauthn").add("response", credential).build();
    }

    private AuthenticatorDevice registered(User user, SoftwareAuthenticator with) {
        register(setUp("{}", user), with);
        AuthenticatorDevice device = engine.factors.table.rows.get(engine.factors.table.rows.size() - 1);
        assertThat(device.getUser()).isSameAs(user);
        return device;
    }

    @Test
    void aKeyIsRegisteredForTheUserOfTheFlow() {
        FlowVisit visit = setUp("{'hints':['hybrid'],'authenticator_attachment':'platform'}".replace('\'', '"'), alice);
        JsonObject options = engine.executor.open(visit).challenge().getJsonObject("registration");

        FlowView end = engine.executor.advance(visit, response(key.create(options)));

        assertThat(options.getJsonObject("rp").toString()).isEqualTo("{\"id\":\"id.example.com\",\"name\":\"Example\"}");
        assertThat(options.getJsonObject("user").getString("id")).isEqualTo(UserHandles.of(alice));
        assertThat(options.getJsonArray("hints").getString(0)).isEqualTo("hybrid");
        assertThat(options.getJsonObject("authenticatorSelection").getString("authenticatorAttachment")).isEqualTo("platform");
        assertThat(end.component()).isEqualTo("xak-flow-redirect");
        assertThat(engine.factors.table.rows).singleElement().satisfies(device -> {
            assertThat(device.getUser()).isSameAs(alice);
            assertThat(device.getName()).isEqualTo("WebAuthn device");
            assertThat(device.getLastCounter()).isEqualTo(1);
            assertThat(engine.webauthn.authenticator.wireFields(device).getJsonObject("device_type").getString("description"))
                    .isEqualTo("Unknown authenticator");
        });
    }

    @Test
    void aReloadedPageShowsTheSameChallengeAndAnAnsweredOneIsGone() {
        FlowVisit visit = setUp("{}", alice);
        JsonObject first = engine.executor.open(visit).challenge().getJsonObject("registration");
        key.origin = "https://evil.example";
        JsonObject wrong = key.create(first);
        key.origin = ORIGIN;
        JsonObject right = key.create(first);

        assertThat(engine.executor.open(visit).challenge().getJsonObject("registration")).isEqualTo(first);
        FlowView again = engine.executor.advance(visit, response(wrong));
        assertThat(again.challenge().getJsonObject("response_errors")).containsOnlyKeys("response");
        assertThat(again.challenge().getJsonObject("registration").getString("challenge")).isNotEqualTo(first.getString("challenge"));
        assertThat(engine.executor.advance(visit, response(right)).component()).isEqualTo("ak-stage-authenticator-webauthn");
        assertThat(engine.factors.table.rows).isEmpty();
    }

    @Test
    void whatIsRegisteredIsExcludedAndNotTakenTwice() {
        registered(alice, key);
        FlowVisit own = setUp("{}", alice);
        JsonObject options = engine.executor.open(own).challenge().getJsonObject("registration");

        assertThat(options.getJsonArray("excludeCredentials")).hasSize(1);
        assertThat(engine.executor.advance(own, response(key.create(options))).challenge().getJsonObject("response_errors").toString())
                .contains("registered already");
        assertThat(register(setUp("{}", bob), key).component()).as("not for another user either").isEqualTo("ak-stage-authenticator-webauthn");
        assertThat(engine.factors.table.rows).hasSize(1);
    }

    @Test
    void onlyAllowedModelsAreRegistered() {
        String settings = "{\"device_type_restrictions\":[\"" + YUBIKEY + "\"]}";
        assertThat(register(setUp(settings, alice), key).challenge().getJsonObject("response_errors").toString()).contains("may not be used");
        key.aaguid = YUBIKEY;
        assertThat(register(setUp(settings, alice), key).component()).as("claimed, not proved").isEqualTo("ak-stage-authenticator-webauthn");
        key.format = "packed";
        assertThat(register(setUp(settings, alice), key).component()).isEqualTo("xak-flow-redirect");
        assertThat(engine.factors.table.rows).singleElement()
                .satisfies(device -> assertThat(device.getName()).startsWith("YubiKey 5 NFC"));
    }

    @Test
    void tooManyFailedAttemptsEndTheFlow() {
        FlowVisit visit = setUp("{\"max_attempts\":2}", alice);
        key.rpId = "evil.example";

        assertThat(register(visit, key).component()).isEqualTo("ak-stage-authenticator-webauthn");
        assertThat(register(visit, key).component()).isEqualTo("ak-stage-access-denied");
    }

    @Test
    void userVerificationIsEnforcedHere() {
        key.verified = false;

        assertThat(register(setUp("{\"user_verification\":\"required\"}", alice), key).component()).isEqualTo("ak-stage-authenticator-webauthn");
        assertThat(register(setUp("{\"user_verification\":\"preferred\"}", alice), key).component()).isEqualTo("xak-flow-redirect");
    }

    @Test
    void whoeverOnlyTypedANameRegistersNothing() {
        PlanContext claimed = new PlanContext().put(ContextKeys.PENDING_USER, alice.getId()).put(ContextKeys.PENDING_USER_IDENTIFIER, "alice");

        assertThat(engine.executor.open(setUp("{}", claimed)).component()).isEqualTo("ak-stage-access-denied");
        assertThat(engine.executor.open(setUp("{}", new PlanContext())).component()).isEqualTo("ak-stage-access-denied");
        assertThat(engine.executor.open(setUp("{}", new PlanContext().put(ContextKeys.PENDING_USER, alice.getId()))).component())
                .as("put into the plan by whoever started it").isEqualTo("ak-stage-access-denied");
        assertThat(engine.executor.open(setUp("{}", world.user("gone", false))).component()).isEqualTo("ak-stage-access-denied");
    }

    // The identification page

    private FlowVisit login(String validation) {
        String stage = world.stage("authenticator_validate", validation.replace('\'', '"')).getId().toString();
        // A flow of its own each time: a browser goes on in the one it was in.
        Flow flow = world.flow("login-" + stage, FlowDesignation.AUTHENTICATION);
        world.bind(flow, world.stage("identification", "{\"user_fields\":[\"username\"],\"webauthn_stage\":\"" + stage + "\"}"));
        world.bind(flow, world.stage("user_login", "{}"));
        return visit(flow.getSlug());
    }

    private static final String ANY = "{'device_classes':['webauthn'],'webauthn_user_verification':'preferred'}";

    private FlowView passkey(FlowVisit visit, SoftwareAuthenticator with) {
        JsonObject options = engine.executor.open(visit).challenge().getJsonObject("passkey_challenge");
        return engine.executor.advance(visit, passkey(with.get(options)));
    }

    private static JsonObject passkey(JsonObject credential) {
        return Json.createObjectBuilder().add("component", "ak-stage-identification").add("passkey", credential).build();
    }

    private static void assertRefused(FlowView view) {
        assertThat(view.component()).isEqualTo("ak-stage-identification");
        assertThat(view.opened()).isEmpty();
        assertThat(view.challenge().getJsonObject("response_errors").toString())
                .isEqualTo("{\"passkey\":[{\"string\":\"This passkey was not accepted.\",\"code\":\"invalid\"}]}");
    }

    @Test
    void aPasskeyLogsItsUserIn() {
        AuthenticatorDevice device = registered(alice, key);
        key.signCount = 2;

        FlowView end = passkey(login(ANY), key);

        assertThat(end.opened().orElseThrow().session().userId()).isEqualTo(alice.getId());
        assertThat(end.browser()).as("the plan got a new key").isPresent();
        assertThat(device.getLastCounter()).isEqualTo(2);
        assertThat(device.getLastUsed()).isEqualTo(world.now);
        assertThat(world.events).filteredOn(event -> event.action() == EventAction.LOGIN).singleElement()
                .satisfies(event -> assertThat(event.context().toString()).contains("auth_webauthn_pwl"));
    }

    @Test
    void thePageOffersPasskeysOnlyIfTheStageTakesThem() {
        assertThat(engine.executor.open(login(ANY)).challenge().getJsonObject("passkey_challenge").getJsonArray("allowCredentials")).isEmpty();
        FlowVisit without = login("{'device_classes':['totp']}");
        assertThat(engine.executor.open(without).challenge()).doesNotContainKey("passkey_challenge");
        key.userHandle = UserHandles.of(alice);
        JsonObject made = key.get(Json.createObjectBuilder().add("challenge", "AAAA").add("rpId", "id.example.com").build());
        assertRefused(engine.executor.advance(without, passkey(made)));
    }

    @Test
    void unknownForeignDisabledAndWrongPasskeysAreToldTheSame() {
        registered(alice, key);
        FlowVisit visit = login(ANY);

        SoftwareAuthenticator unknown = new SoftwareAuthenticator(ORIGIN);
        unknown.userHandle = UserHandles.of(alice);
        assertRefused(passkey(visit, unknown));
        unknown.id = key.id;
        assertRefused(passkey(visit, unknown));
        key.signCount = 5;
        key.userHandle = UserHandles.of(bob);
        assertRefused(passkey(visit, key));
        key.userHandle = null;
        assertRefused(passkey(visit, key));
        key.userHandle = UserHandles.of(alice);
        alice.setActive(false);
        assertRefused(passkey(visit, key));
        alice.setActive(true);
        assertThat(world.events).filteredOn(event -> event.action() == EventAction.LOGIN_FAILED).hasSize(5);
        assertThat(passkey(visit, key).opened()).isPresent();
    }

    @Test
    void anAnswerCountsOnce() {
        registered(alice, key);
        FlowVisit visit = login(ANY);
        JsonObject options = engine.executor.open(visit).challenge().getJsonObject("passkey_challenge");
        key.signCount = 7;
        JsonObject answer = passkey(key.get(options));
        key.origin = "https://evil.example";
        assertRefused(engine.executor.advance(visit, passkey(key.get(options))));

        assertRefused(engine.executor.advance(visit, answer));
    }

    @Test
    void aCopiedKeyIsRefusedByItsSignCount() {
        registered(alice, key);
        key.signCount = 9;
        assertThat(passkey(login(ANY), key).opened()).isPresent();
        key.signCount = 8;
        assertRefused(passkey(login(ANY), key));
        key.signCount = 9;
        assertRefused(passkey(login(ANY), key));
        assertThat(world.events).filteredOn(event -> event.action().equals(EventAction.SUSPICIOUS_REQUEST)).hasSize(2);
    }

    @Test
    void whatTheValidationStageRequiresHolds() {
        registered(alice, key);
        key.signCount = 5;
        key.verified = false;
        assertRefused(passkey(login("{'device_classes':['webauthn'],'webauthn_user_verification':'required'}"), key));
        key.verified = true;
        assertRefused(passkey(login("{'device_classes':['webauthn'],'webauthn_allowed_device_types':['" + YUBIKEY + "']}"), key));
        assertThat(passkey(login("{'device_classes':['webauthn'],'webauthn_user_verification':'required'}"), key).opened()).isPresent();
    }

    @Test
    void aNameCanStillBeTypedButLogsNobodyInByItself() {
        FlowVisit visit = login(ANY);
        engine.executor.open(visit);

        FlowView end = engine.executor.advance(visit, identification("alice"));

        assertThat(end.component()).as("the next stage, which is the login").isEqualTo("ak-stage-access-denied");
        assertThat(end.opened()).isEmpty();
        assertThat(world.events).filteredOn(event -> event.action() == EventAction.LOGIN_FAILED).singleElement()
                .satisfies(event -> assertThat(event.context().getString("reason")).contains("proved"));
    }

    @Test
    void thePasskeyDecidesWhoeverIsLoggedIn() {
        registered(alice, key);
        world.logIn("session", bob, false);
        key.signCount = 3;

        FlowView end = passkey(visit(login(ANY).slug(), Map.of(), "session"), key);

        assertThat(end.opened().orElseThrow().session().userId()).isEqualTo(alice.getId());
    }

    // As a second factor

    /** A flow of which only the plan is asked for. */
    private static FlowContext at(PlanContext plan) {
        return (FlowContext) Proxy.newProxyInstance(FlowContext.class.getClassLoader(), new Class<?>[] {FlowContext.class}, (proxy, method, arguments) -> {
            assertThat(method.getName()).isEqualTo("plan");
            return plan;
        });
    }

    private Validation validation(User user, PlanContext plan) {
        return new Validation(at(plan), Optional.of(user), new WebAuthnRequirements(UserVerification.PREFERRED, List.of(), List.of()));
    }

    @Test
    void asASecondFactorOnlyTheUsersOwnDevicesAnswer() {
        AuthenticatorDevice mine = registered(alice, key);
        SoftwareAuthenticator other = new SoftwareAuthenticator(ORIGIN);
        AuthenticatorDevice his = registered(bob, other);
        PlanContext plan = new PlanContext();
        key.signCount = 4;
        other.signCount = 4;

        JsonObject options = challenge(validation(alice, plan), mine);
        assertThat(key.isAllowed(options)).isTrue();
        assertThat(other.isAllowed(options)).isFalse();
        assertThat(verify(validation(alice, plan), mine, other.get(options))).isEmpty();
        assertThat(verify(validation(alice, plan), mine, key.get(options))).as("the challenge is gone").isEmpty();
        assertThat(verify(validation(alice, plan), mine, key.get(challenge(validation(alice, plan), mine)))).contains(mine);
        assertThat(his.getLastCounter()).isEqualTo(1);
    }

    @Test
    void aMissingAnswerLeavesTheChallengeAlone() {
        AuthenticatorDevice mine = registered(alice, key);
        PlanContext plan = new PlanContext();
        JsonObject options = challenge(validation(alice, plan), mine);
        key.signCount = 4;

        assertThat(engine.webauthn.authenticator.verify(validation(alice, plan), List.of(mine), new ValidationAnswer("123456", null))).isEmpty();
        assertThat(verify(validation(alice, plan), mine, key.get(options))).contains(mine);
    }

    @Test
    void aUserWithoutUsableDevicesIsOfferedNoneAndCannotAnswerWithOthers() {
        AuthenticatorDevice mine = registered(alice, key);
        PlanContext plan = new PlanContext();
        Validation strict = new Validation(at(plan), Optional.of(alice), new WebAuthnRequirements(UserVerification.PREFERRED, List.of(), List.of(YUBIKEY)));
        JsonObject options = challenge(validation(alice, plan), mine);
        key.signCount = 4;

        assertThat(engine.webauthn.authenticator.challenges(strict, List.of(mine))).isEmpty();
        assertThat(engine.webauthn.authenticator.verify(strict, List.of(), new ValidationAnswer(null, key.get(options)))).isEmpty();
    }

    @Test
    void theValidationStageAsksForAKeyAfterTheName() {
        registered(alice, key);
        Flow flow = world.flow("second", FlowDesignation.AUTHENTICATION);
        world.bind(flow, world.stage("identification", "{\"user_fields\":[\"username\"]}"));
        world.bind(flow, world.stage("authenticator_validate", ANY.replace('\'', '"')));
        world.bind(flow, world.stage("user_login", "{}"));
        engine.executor.open(visit("second"));
        JsonObject challenge = engine.executor.advance(visit("second"), identification("alice")).challenge();
        JsonObject options = challenge.getJsonArray("device_challenges").getJsonObject(0).getJsonObject("challenge");
        key.signCount = 3;

        assertThat(engine.executor.advance(visit("second"), validation(key.get(options))).opened()).isPresent();
    }

    @Test
    void theValidationStageAloneLogsInWithoutAName() {
        registered(alice, key);
        Flow flow = world.flow("passwordless", FlowDesignation.AUTHENTICATION);
        world.bind(flow, world.stage("authenticator_validate", ANY.replace('\'', '"')));
        world.bind(flow, world.stage("user_login", "{}"));
        key.signCount = 3;
        JsonObject offered = engine.executor.open(visit("passwordless")).challenge().getJsonArray("device_challenges").getJsonObject(0);
        key.userHandle = UserHandles.of(bob);
        assertThat(engine.executor.advance(visit("passwordless"), validation(key.get(offered.getJsonObject("challenge")))).opened()).isEmpty();
        key.userHandle = UserHandles.of(alice);
        JsonObject again = engine.executor.open(visit("passwordless")).challenge().getJsonArray("device_challenges").getJsonObject(0);

        FlowView end = engine.executor.advance(visit("passwordless"), validation(key.get(again.getJsonObject("challenge"))));

        assertThat(offered.getString("device_uid")).isEqualTo("-1");
        assertThat(end.opened().orElseThrow().session().userId()).isEqualTo(alice.getId());
    }

    private static JsonObject validation(JsonObject credential) {
        return Json.createObjectBuilder().add("component", "ak-stage-authenticator-validate").add("webauthn", credential).build();
    }

    @Test
    void whatTheKeySaysAboutCopiesIsKept() {
        key.backupEligible = true;
        AuthenticatorDevice mine = registered(alice, key);
        PlanContext plan = new PlanContext();
        key.backedUp = true;
        key.signCount = 0;
        mine.setLastCounter(null);

        assertThat(verify(validation(alice, plan), mine, key.get(challenge(validation(alice, plan), mine)))).contains(mine);
        assertThat(mine.getDetails().getBoolean("backed_up")).isTrue();
    }

    private JsonObject challenge(Validation validation, AuthenticatorDevice... devices) {
        List<DeviceChallenge> offered = engine.webauthn.authenticator.challenges(validation, List.of(devices));
        assertThat(offered).hasSize(1);
        return offered.get(0).challenge();
    }

    private Optional<AuthenticatorDevice> verify(Validation validation, AuthenticatorDevice device, JsonObject answer) {
        return engine.webauthn.authenticator.verify(validation, List.of(device), new ValidationAnswer(null, answer));
    }
}
