package org.gatehouse.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.fixture.FlowWorld.json;
import static org.gatehouse.flow.FlowEngine.BROWSER;
import static org.gatehouse.flow.FlowEngine.visit;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.authenticator.BrowserMemory.Keepsake;
import org.gatehouse.authenticator.RecentProofs;
import org.gatehouse.directory.AccountLocked;
import org.gatehouse.directory.PasswordChanged;
import org.gatehouse.fixture.FlowWorld;
import org.gatehouse.fixture.SoftwareAuthenticator;
import org.gatehouse.flow.stage.authenticatortotp.TotpCodes;
import org.gatehouse.model.authenticator.AuthenticatorDevice;
import org.gatehouse.model.authenticator.DeviceClass;
import org.gatehouse.model.config.Stage;
import org.gatehouse.model.directory.User;
import org.gatehouse.model.flow.Flow;
import org.gatehouse.model.flow.FlowDesignation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Setting devices up, and validating with them, through the whole engine. */
class SecondFactorFlowTest {

    private static final String REDIRECT = "xak-flow-redirect";
    private static final String DENIED = "ak-stage-access-denied";
    private static final String VALIDATE = "ak-stage-authenticator-validate";

    private final FlowEngine engine = new FlowEngine();
    private final FlowWorld world = engine.world;
    private final SecondFactors factors = engine.factors;
    private User alice;

    @BeforeEach
    void alice() {
        alice = world.user("alice", true);
    }

    // Setting up

    @Test
    void setsAnAppUpWithTheCodeThatItShows() {
        FlowVisit visit = setup("authenticator_totp", "{\"digits\":\"6\",\"friendly_name\":\"My phone\"}", alice);
        String url = engine.executor.open(visit).challenge().getString("config_url");

        FlowView done = answer(visit, "totp", code(TotpCodes.at(url, world.now)));

        assertThat(url).startsWith("otpauth://totp/Gatehouse:alice?secret=");
        assertThat(done.component()).isEqualTo(REDIRECT);
        AuthenticatorDevice device = factors.table.rows.get(0);
        assertThat(device.getDeviceClass()).isEqualTo(DeviceClass.TOTP);
        assertThat(device.getName()).isEqualTo("My phone");
        assertThat(device.getUser()).isSameAs(alice);
        assertThat(device.getStageId()).isNotNull();
        assertThat(device.getDetails().getString("secret")).startsWith("v1:");
        assertThat(world.events.toString()).contains("model_created").doesNotContain(url.substring(url.indexOf("secret=") + 7, url.indexOf("secret=") + 20));
    }

    @Test
    void showsTheSameSecretAgainOnReload() {
        FlowVisit visit = setup("authenticator_totp", "{\"digits\":\"8\"}", alice);

        String first = engine.executor.open(visit).challenge().getString("config_url");

        assertThat(engine.executor.open(visit).challenge().getString("config_url")).isEqualTo(first).contains("digits=8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"000000", "", " ", "12345", "1234567", "abcdef", "０００００００"})
    void setsNoAppUpWithAnotherCode(String code) {
        FlowVisit visit = setup("authenticator_totp", "{\"digits\":\"6\"}", alice);
        engine.executor.open(visit);

        assertThat(answer(visit, "totp", code(code)).component()).isEqualTo("ak-stage-authenticator-totp");
        assertThat(factors.table.rows).isEmpty();
    }

    @Test
    void handsCodesOutOnceAndKeepsTheirDigests() {
        FlowVisit visit = setup("authenticator_static", "{\"token_count\":7,\"token_length\":10}", alice);
        List<String> codes = codes(engine.executor.open(visit));

        FlowView done = engine.executor.advance(visit, json("{\"component\":\"ak-stage-authenticator-static\"}"));

        assertThat(codes).hasSize(7).doesNotHaveDuplicates().allMatch(code -> code.matches("[a-z2-9]{10}"));
        assertThat(done.component()).isEqualTo(REDIRECT);
        assertThat(factors.table.codes).hasSize(7).noneMatch(token -> codes.contains(token.getDigest()));
        assertThat(world.events.toString()).doesNotContain(codes.get(0));
    }

    @Test
    void givesFewerCodesWhenTheyAreTooShortForSoMany() {
        assertThat(codes(engine.executor.open(setup("authenticator_static", "{\"token_count\":100,\"token_length\":1}", alice)))).doesNotHaveDuplicates();
        assertThat(codes(engine.executor.open(setup("authenticator_static", "{\"token_count\":5,\"token_length\":0}", alice)))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"authenticator_totp", "authenticator_static"})
    void setsNothingUpForSomebodyWhoOnlyTypedAName(String stage) {
        Flow flow = flow(world.stage(stage, "{\"digits\":\"6\"}"));
        PlanContext claimed = new PlanContext().put(ContextKeys.PENDING_USER, alice.getId()).put(ContextKeys.PENDING_USER_IDENTIFIER, "alice");

        assertThat(engine.executor.open(launch(flow, claimed)).component()).isEqualTo(DENIED);
        assertThat(engine.executor.open(launch(flow, new PlanContext())).component()).isEqualTo(DENIED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"authenticator_totp", "authenticator_static"})
    void setsNothingUpForSomebodyWhomTheStarterOfTheFlowOrALinkForAnotherUserPutThere(String stage) {
        Flow flow = flow(world.stage(stage, "{\"digits\":\"6\"}"));
        User bob = world.user("bob", true);

        assertThat(engine.executor.open(launch(flow, about(alice))).component()).isEqualTo(DENIED);
        assertThat(engine.executor.open(launch(flow, about(alice).put(ContextKeys.IS_RESTORED, true))).component()).isEqualTo(DENIED);
        assertThat(engine.executor.open(launch(flow, about(alice).put(ContextKeys.IS_RESTORED, true).put(ContextKeys.RESTORED_USER, bob.getId())))
                .component()).isEqualTo(DENIED);
        assertThat(engine.executor.open(launch(flow, about(alice).put(ContextKeys.IS_SSO, true))).component()).isEqualTo(DENIED);
        assertThat(engine.executor.open(launch(flow, about(alice).put(ContextKeys.IS_RESTORED, true).put(ContextKeys.RESTORED_USER, alice.getId())))
                .component()).isNotEqualTo(DENIED);
    }

    private static PlanContext about(User user) {
        return new PlanContext().put(ContextKeys.PENDING_USER, user.getId());
    }

    @Test
    void setsNothingUpForADisabledUser() {
        alice.setActive(false);

        assertThat(engine.executor.open(setup("authenticator_totp", "{\"digits\":\"6\"}", alice)).component()).isEqualTo(DENIED);
    }

    // Validating

    @Test
    void leadsOnWithACodeOfTheUsersApp() {
        String url = app(alice);
        FlowVisit visit = validate("{}", alice);
        FlowView shown = engine.executor.open(visit);

        FlowView done = answer(visit, "validate", code(TotpCodes.at(url, world.now)));

        assertThat(shown.component()).isEqualTo(VALIDATE);
        assertThat(shown.challenge().getJsonArray("device_challenges").getJsonObject(0).getString("device_class")).isEqualTo("totp");
        assertThat(done.component()).isEqualTo(REDIRECT);
        assertThat(done.browser()).as("a new browser key, as somebody has authenticated").isPresent();
        assertThat(factors.table.rows.get(0).getLastUsed()).isEqualTo(world.now);
    }

    @Test
    void acceptsNoCodeTwiceNorOneBeforeIt() {
        String url = app(alice);
        String earlier = TotpCodes.at(url, world.now);
        world.now = world.now.plusSeconds(30);
        String later = TotpCodes.at(url, world.now);

        assertThat(validated("{}", alice, later)).isTrue();
        assertThat(validated("{\"totp_otp_throttling_factor\":0}", alice, later)).isFalse();
        assertThat(validated("{\"totp_otp_throttling_factor\":0}", alice, earlier)).isFalse();
    }

    @Test
    void acceptsNotTheCodeThatSetTheAppUp() {
        FlowVisit setup = setup("authenticator_totp", "{\"digits\":\"6\"}", alice);
        String code = TotpCodes.at(engine.executor.open(setup).challenge().getString("config_url"), world.now);
        answer(setup, "totp", code(code));

        assertThat(validated("{}", alice, code)).isFalse();
    }

    @Test
    void acceptsEachPaperCodeOnceWhateverItsSpelling() {
        List<String> codes = paper(alice);

        assertThat(validated("{}", alice, codes.get(0).toUpperCase(java.util.Locale.ROOT).replaceAll("(.{4})", "$1- "))).isTrue();
        assertThat(validated("{\"static_otp_throttling_factor\":0}", alice, codes.get(0))).isFalse();
        assertThat(validated("{}", alice, codes.get(1))).isTrue();
    }

    @Test
    void doesNotOfferAListThatIsUsedUp() {
        paper(alice);
        factors.table.codes.clear();

        assertThat(engine.executor.open(validate("{\"not_configured_action\":\"deny\"}", alice)).component()).isEqualTo(DENIED);
    }

    @Test
    void acceptsNoDeviceOfSomebodyElse() {
        User mallory = world.user("mallory", true);
        app(alice);
        String theirs = app(mallory);
        List<String> papers = paper(mallory);

        assertThat(validated("{}", alice, TotpCodes.at(theirs, world.now))).isFalse();
        assertThat(validated("{}", alice, papers.get(0))).isFalse();
        assertThat(factors.table.codes).hasSize(papers.size());
    }

    @Test
    void acceptsNoDeviceThatIsNotConfirmed() {
        app(alice);
        factors.table.rows.get(0).setConfirmed(false);

        assertThat(engine.executor.open(validate("{\"not_configured_action\":\"deny\"}", alice)).component()).isEqualTo(DENIED);
    }

    @Test
    void acceptsNoClassThatTheStageDoesNotAllow() {
        String url = app(alice);
        paper(alice);
        FlowVisit visit = validate("{\"device_classes\":[\"static\"],\"static_otp_throttling_factor\":0}", alice);
        FlowView shown = engine.executor.open(visit);

        assertThat(shown.challenge().getJsonArray("device_challenges")).hasSize(1);
        assertThat(answer(visit, "validate", code(TotpCodes.at(url, world.now))).component()).isEqualTo(VALIDATE);
        assertThat(answer(visit, "validate", Json.createObjectBuilder().add("selected_challenge",
                json("{\"device_class\":\"totp\",\"device_uid\":\"1\",\"challenge\":{},\"last_used\":null}")).build()).component()).isEqualTo(VALIDATE);
    }

    @Test
    void slowsGuessingDownAlsoForTheRightCodeAndInAnotherFlow() {
        String url = app(alice);
        assertThat(validated("{}", alice, "000000")).isFalse();
        assertThat(validated("{}", alice, TotpCodes.at(url, world.now))).as("at once").isFalse();
        assertThat(world.events.get(world.events.size() - 1).context().getString("reason")).isEqualTo("too many attempts");

        world.now = world.now.plusSeconds(1);
        assertThat(validated("{}", alice, TotpCodes.at(url, world.now))).as("after the wait").isTrue();
        assertThat(factors.table.rows.get(0).getFailureCount()).isZero();
    }

    @Test
    void leavesAnEventThatDoesNotTellTheCode() {
        app(alice);
        validated("{}", alice, "424242");

        assertThat(world.events.get(world.events.size() - 1).action()).isEqualTo("login_failed");
        assertThat(world.events.toString()).doesNotContain("424242");
    }

    @Test
    void showsFirstWhatWasUsedLastAndPaperAfterApps() {
        paper(alice);
        app(alice);
        assertThat(firstClass(engine.executor.open(validate("{}", alice)))).isEqualTo("totp");

        factors.table.noteUse(factors.table.rows.get(0).getId(), world.now);
        assertThat(firstClass(engine.executor.open(validate("{}", alice)))).isEqualTo("static");
    }

    private static String firstClass(FlowView view) {
        return view.challenge().getJsonArray("device_challenges").getJsonObject(0).getString("device_class");
    }

    @Test
    void showsThePickedDeviceFirst() {
        app(alice);
        paper(alice);
        FlowVisit visit = validate("{}", alice);
        JsonObject second = engine.executor.open(visit).challenge().getJsonArray("device_challenges").getJsonObject(1);

        FlowView picked = answer(visit, "validate", Json.createObjectBuilder().add("selected_challenge", second).build());

        JsonObject first = picked.challenge().getJsonArray("device_challenges").getJsonObject(0);
        assertThat(first.getString("device_class")).isEqualTo(second.getString("device_class"));
        assertThat(first.getJsonObject("challenge").getBoolean("selected")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{'code':''}", "{'code':null}", "{'code':7}", "{'code':'LONG'}", "{'webauthn':{}}", "{'webauthn':'x'}", "{'duo':1}",
        "{'selected_challenge':{}}", "{'selected_challenge':{'device_class':'totp','device_uid':'999','challenge':{},'last_used':null}}",
        "{'selected_challenge':{'device_class':'smoke','device_uid':'1','challenge':{},'last_used':null}}", "{'selected_stage':'x'}", "{'unknown':1}"})
    void leadsNowhereWithAnythingElse(String answer) {
        app(alice);
        FlowVisit visit = validate("{}", alice);
        engine.executor.open(visit);

        assertThat(answer(visit, "validate", json(answer.replace('\'', '"').replace("LONG", "1".repeat(200)))).component()).isEqualTo(VALIDATE);
    }

    // Nothing to validate with

    @Test
    void skipsOrDeniesWhoHasNoDevice() {
        assertThat(engine.executor.open(validate("{}", alice)).component()).isEqualTo(REDIRECT);
        assertThat(engine.executor.open(validate("{\"not_configured_action\":\"deny\"}", alice)).component()).isEqualTo(DENIED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"not_configured_action\":\"skip\"}", "{\"not_configured_action\":\"configure\",\"configuration_stages\":[\"SETUP\"]}"})
    void passesNobodyWhoseKeyBelongsToAnotherNameOfTheServer(String settings) {
        key(alice);
        String setup = world.stage("authenticator_totp", "{\"digits\":\"6\"}").getId().toString();
        FlowVisit begun = validate(settings.replace("SETUP", setup), alice);
        assertThat(engine.executor.open(begun).component()).isEqualTo(VALIDATE);

        // What a browser says in its Host header must not decide whether a second factor is asked for.
        world.origin.arrived("192.0.2.1", "test", "request-2", "https://elsewhere.example.com");

        assertThat(engine.executor.open(validate(settings.replace("SETUP", setup), alice)).component()).isEqualTo(DENIED);
        assertThat(world.events.get(world.events.size() - 1).context().getString("reason")).contains("can be used here");
        assertThat(answer(begun, "validate", json("{\"selected_stage\":\"" + setup + "\"}")).component()).isEqualTo(DENIED);
        assertThat(factors.table.rows).hasSize(1);
    }

    @Test
    void passesNobodyWhoseKeyIsOfAModelThatIsNotAllowed() {
        key(alice);

        assertThat(engine.executor.open(validate("{\"webauthn_allowed_device_types\":[\"2fc0579f-8113-47ea-b116-bb5a8db9202a\"]}", alice)).component())
                .isEqualTo(DENIED);
    }

    /** Gives a user a security key. */
    private void key(User user) {
        FlowVisit visit = setup("authenticator_webauthn", "{}", user);
        JsonObject options = engine.executor.open(visit).challenge().getJsonObject("registration");
        answer(visit, "webauthn", Json.createObjectBuilder().add("response", new SoftwareAuthenticator("https://id.example.com").create(options)).build());
        assertThat(factors.table.rows).isNotEmpty();
    }

    @Test
    void letsWhoHasNoDeviceSetTheOnlyOneUp() {
        Stage totp = world.stage("authenticator_totp", "{\"digits\":\"6\"}");
        FlowVisit visit = validate("{\"not_configured_action\":\"configure\",\"configuration_stages\":[\"" + totp.getId() + "\"]}", alice);

        FlowView shown = engine.executor.open(visit);
        FlowView done = answer(visit, "totp", code(TotpCodes.at(shown.challenge().getString("config_url"), world.now)));

        assertThat(done.component()).isEqualTo(REDIRECT);
        assertThat(factors.table.rows).hasSize(1);
    }

    @Test
    void letsWhoHasNoDeviceChooseAmongSeveral() {
        Stage totp = world.stage("authenticator_totp", "{\"digits\":\"6\"}");
        Stage paper = world.stage("authenticator_static", "{}");
        Stage other = world.stage("dummy", "{}");
        FlowVisit visit = validate("{\"not_configured_action\":\"configure\",\"configuration_stages\":[\"" + totp.getId() + "\",\"" + paper.getId() + "\"]}", alice);

        FlowView shown = engine.executor.open(visit);
        assertThat(shown.challenge().getJsonArray("device_challenges")).isEmpty();
        assertThat(shown.challenge().getJsonArray("configuration_stages")).hasSize(2);
        assertThat(answer(visit, "validate", json("{\"selected_stage\":\"" + other.getId() + "\"}")).component()).isEqualTo(VALIDATE);
        assertThat(answer(visit, "validate", json("{\"code\":\"123456\"}")).component()).isEqualTo(VALIDATE);
        assertThat(answer(visit, "validate", json("{\"selected_stage\":\"" + paper.getId() + "\"}")).component()).isEqualTo("ak-stage-authenticator-static");
    }

    @Test
    void letsNobodySetADeviceUpWhoHasOneOrHasOnlyTypedAName() {
        Stage totp = world.stage("authenticator_totp", "{\"digits\":\"6\"}");
        String settings = "{\"not_configured_action\":\"configure\",\"configuration_stages\":[\"" + totp.getId() + "\"]}";
        PlanContext claimed = new PlanContext().put(ContextKeys.PENDING_USER, alice.getId()).put(ContextKeys.PENDING_USER_IDENTIFIER, "alice");
        assertThat(engine.executor.open(launch(flow(world.stage("authenticator_validate", settings)), claimed)).component()).isEqualTo(DENIED);

        app(alice);
        FlowVisit visit = validate(settings, alice);
        engine.executor.open(visit);
        assertThat(answer(visit, "validate", json("{\"selected_stage\":\"" + totp.getId() + "\"}")).component()).isEqualTo(VALIDATE);
    }

    @Test
    void treatsADisabledUserLikeOneWithoutDevices() {
        String url = app(alice);
        FlowVisit visit = validate("{\"not_configured_action\":\"deny\"}", alice);
        engine.executor.open(visit);
        alice.setActive(false);

        assertThat(answer(visit, "validate", code(TotpCodes.at(url, world.now))).component()).isNotEqualTo(REDIRECT);
        assertThat(engine.executor.open(validate("{\"not_configured_action\":\"deny\"}", alice)).component()).isEqualTo(DENIED);
    }

    @Test
    void passesNobodyWhenNobodyIsKnown() {
        Flow flow = flow(world.stage("authenticator_validate", "{\"not_configured_action\":\"skip\",\"device_classes\":[\"totp\"]}"));

        assertThat(engine.executor.open(launch(flow, new PlanContext())).component()).isEqualTo(DENIED);
    }

    // What comes of it

    @Test
    void tellsTheLoginThatTwoFactorsWereProved() {
        String url = app(alice);
        Flow flow = flow(world.stage("authenticator_validate", "{}"), world.stage("user_login", "{}"));
        FlowVisit visit = launch(flow, new PlanContext().put(ContextKeys.PENDING_USER, alice.getId()).put(ContextKeys.AUTH_METHOD, "password"));
        engine.executor.open(visit);

        FlowView done = answer(visit, "validate", code(TotpCodes.at(url, world.now)));

        assertThat(done.opened()).isPresent();
        assertThat(world.openedWith).containsExactly("password", "auth_mfa");
    }

    @Test
    void asksAKnownBrowserNotAgainWithinTheThreshold() {
        String url = app(alice);
        String settings = "{\"last_auth_threshold\":\"hours=1\"}";
        assertThat(validated(settings, alice, TotpCodes.at(url, world.now))).isTrue();
        Keepsake kept = factors.browser.given().orElseThrow();
        assertThat(kept.lifetime()).isEqualTo(Duration.ofHours(1));

        assertThat(engine.executor.open(validate(settings, alice)).component()).as("another browser").isEqualTo(VALIDATE);
        factors.browser.arrived(Optional.of(kept.key()));
        assertThat(engine.executor.open(validate(settings, alice)).component()).isEqualTo(REDIRECT);
        assertThat(engine.executor.open(validate("{}", alice)).component()).as("no threshold").isEqualTo(VALIDATE);

        world.now = world.now.plus(Duration.ofMinutes(61));
        assertThat(engine.executor.open(validate(settings, alice)).component()).as("too late").isEqualTo(VALIDATE);
    }

    @Test
    void aKnownBrowserProvesNothingByItself() {
        String url = app(alice);
        String settings = "{\"last_auth_threshold\":\"hours=1\"}";
        assertThat(validated(settings, alice, TotpCodes.at(url, world.now))).isTrue();
        factors.browser.arrived(Optional.of(factors.browser.given().orElseThrow().key()));
        Flow flow = flow(world.stage("authenticator_validate", settings), world.stage("user_login", "{}"));
        PlanContext claimed = about(alice).put(ContextKeys.PENDING_USER_IDENTIFIER, "alice");

        assertThat(engine.executor.open(launch(flow, claimed)).component()).isEqualTo(VALIDATE);
    }

    @Test
    void knowsABrowserOnlyWithTheUserAndTheDeviceItProved() {
        User bob = world.user("bob", true);
        String url = app(alice);
        app(bob);
        String settings = "{\"last_auth_threshold\":\"hours=1\"}";
        validated(settings, alice, TotpCodes.at(url, world.now));
        factors.browser.arrived(Optional.of(factors.browser.given().orElseThrow().key()));

        assertThat(engine.executor.open(validate(settings, bob)).component()).isEqualTo(VALIDATE);
        factors.table.remove(factors.table.rows.get(0));
        app(alice);
        assertThat(engine.executor.open(validate(settings, alice)).component()).isEqualTo(VALIDATE);
    }

    @Test
    void asksAgainAfterThePasswordWasChangedOrTheAccountLocked() {
        String url = app(alice);
        String settings = "{\"last_auth_threshold\":\"hours=1\"}";
        RecentProofs proofs = world.wire(new RecentProofs(), factors.table.memories(), factors.browser);
        assertThat(validated(settings, alice, TotpCodes.at(url, world.now))).isTrue();
        factors.browser.arrived(Optional.of(factors.browser.given().orElseThrow().key()));

        notify(proofs, new PasswordChanged(alice.getId() + 1, "a hash"));
        assertThat(engine.executor.open(validate(settings, alice)).component()).as("somebody else's password").isEqualTo(REDIRECT);
        notify(proofs, new PasswordChanged(alice.getId(), "a hash"));
        assertThat(engine.executor.open(validate(settings, alice)).component()).isEqualTo(VALIDATE);

        world.now = world.now.plusSeconds(30);
        assertThat(validated(settings, alice, TotpCodes.at(url, world.now))).isTrue();
        factors.browser.arrived(Optional.of(factors.browser.given().orElseThrow().key()));
        notify(proofs, new AccountLocked(alice.getId()));
        assertThat(engine.executor.open(validate(settings, alice)).component()).isEqualTo(VALIDATE);
    }

    /** What the container does with an event. */
    private static void notify(RecentProofs observer, Object event) {
        try {
            var method = RecentProofs.class.getDeclaredMethod("forget", event.getClass());
            method.setAccessible(true);
            method.invoke(observer, event);
        } catch (ReflectiveOperationException missing) {
            throw new AssertionError(missing);
        }
    }

    @Test
    void givesNothingToWhoeverPlantedTheBrowsersKey() {
        String url = app(alice);
        String planted = "p".repeat(43);
        String settings = "{\"last_auth_threshold\":\"hours=1\"}";
        factors.browser.arrived(Optional.of(planted));
        validated(settings, alice, TotpCodes.at(url, world.now));

        assertThat(engine.executor.open(validate(settings, alice)).component()).isEqualTo(VALIDATE);
    }

    private FlowVisit setup(String stage, String settings, User user) {
        return launch(flow(world.stage(stage, settings)), new PlanContext().put(ContextKeys.PENDING_USER, user.getId()).put(ContextKeys.AUTH_METHOD, "password"));
    }

    private FlowVisit validate(String settings, User user) {
        return setup("authenticator_validate", settings, user);
    }

    private boolean validated(String settings, User user, String code) {
        FlowVisit visit = validate(settings, user);
        engine.executor.open(visit);
        return answer(visit, "validate", code(code)).component().equals(REDIRECT);
    }

    private Flow flow(Stage... stages) {
        Flow flow = world.flow("flow-" + engine.world.keys.legible(8), FlowDesignation.AUTHENTICATION);
        for (Stage stage : stages) {
            world.bind(flow, stage);
        }
        return flow;
    }

    private FlowVisit launch(Flow flow, PlanContext context) {
        String path = engine.launcher.start(BROWSER, new FlowStart(flow.getId(), context, List.of()));
        return visit(flow.getSlug(), BROWSER, path.substring(path.indexOf('=') + 1));
    }

    /** Gives a user an app; its address. The step it was set up in is over. */
    private String app(User user) {
        FlowVisit visit = setup("authenticator_totp", "{\"digits\":\"6\"}", user);
        String url = engine.executor.open(visit).challenge().getString("config_url");
        answer(visit, "totp", code(TotpCodes.at(url, world.now)));
        world.now = world.now.plusSeconds(30);
        return url;
    }

    private List<String> paper(User user) {
        FlowVisit visit = setup("authenticator_static", "{}", user);
        List<String> codes = codes(engine.executor.open(visit));
        engine.executor.advance(visit, json("{\"component\":\"ak-stage-authenticator-static\"}"));
        return codes;
    }

    private static List<String> codes(FlowView view) {
        return view.challenge().getJsonArray("codes").getValuesAs(JsonString.class).stream().map(JsonString::getString).toList();
    }

    private static JsonObject code(String code) {
        return Json.createObjectBuilder(Map.of("code", code)).build();
    }

    private FlowView answer(FlowVisit visit, String stage, JsonObject answer) {
        return engine.executor.advance(visit, Json.createObjectBuilder(answer).add("component", "ak-stage-authenticator-" + stage).build());
    }
}
