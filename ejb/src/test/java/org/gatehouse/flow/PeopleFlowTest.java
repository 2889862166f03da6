package org.gatehouse.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.flow.FlowEngine.BROWSER;
import static org.gatehouse.flow.FlowEngine.identification;
import static org.gatehouse.flow.FlowEngine.visit;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.event.EventDraft;
import org.gatehouse.fixture.FlowWorld;
import org.gatehouse.fixture.PeopleWorld;
import org.gatehouse.model.directory.User;
import org.gatehouse.model.directory.UserType;
import org.gatehouse.model.flow.Flow;
import org.gatehouse.model.flow.FlowDesignation;
import org.gatehouse.model.invitation.Invitation;
import org.gatehouse.model.prompt.PromptType;
import org.gatehouse.session.Login;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Writing, deleting, inviting and locking, through the executor. */
class PeopleFlowTest {

    private static final String CREATE = "{\"user_creation_mode\":\"always_create\",\"create_users_as_inactive\":false}";

    private static final JsonObject CONTINUE = FlowWorld.json("{\"component\":\"ak-stage-dummy\"}");

    private final FlowEngine engine = new FlowEngine();
    private final FlowWorld world = engine.world;
    private final PeopleWorld people = engine.people;

    private Flow flow(String slug, String... stages) {
        Flow flow = world.flow(slug, slug.equals("settings") ? FlowDesignation.STAGE_CONFIGURATION : FlowDesignation.ENROLLMENT);
        for (int i = 0; i < stages.length; i += 2) {
            world.bind(flow, world.stage(stages[i], stages[i + 1]));
        }
        return flow;
    }

    private String fields(String... keys) {
        return PeopleWorld.asking(java.util.Arrays.stream(keys).map(key -> people.prompt(key, key.equals("password") ? PromptType.PASSWORD
                : PromptType.TEXT)).toArray(org.gatehouse.model.prompt.Prompt[]::new));
    }

    private FlowView submit(FlowVisit visit, String fields) {
        engine.executor.open(visit);
        return engine.executor.advance(visit, FlowWorld.json("{\"component\":\"ak-stage-prompt\"," + fields.replace('\'', '"') + "}"));
    }

    private Optional<User> user(String name) {
        return world.user(name);
    }

    private FlowVisit about(Flow flow, PlanContext context, String session) {
        String path = engine.launcher.start(BROWSER, new FlowStart(flow.getId(), context, List.of()));
        return new FlowVisit(flow.getSlug(), BROWSER, Optional.of(path.substring(path.indexOf('=') + 1)), Map.of(), Optional.ofNullable(session));
    }

    private List<String> actions() {
        return world.events.stream().map(EventDraft::action).toList();
    }

    private static String message(FlowView view) {
        return view.challenge().getString("error_message", "");
    }

    // Enrollment

    @Test
    void enrollmentMakesAnAccountAndLogsItIn() {
        flow("enroll", "prompt", fields("username", "name", "email", "attributes.address.city", "password"), "user_write", CREATE, "user_login", "{}");

        FlowView end = submit(visit("enroll"), "'username':'newcomer','name':'New Comer','email':'new@example.com',"
                + "'attributes.address.city':'Bern','password':'correct horse'");

        User made = user("newcomer").orElseThrow();
        assertThat(end.opened()).isPresent();
        assertThat(end.browser()).isPresent();
        assertThat(made.isActive()).isTrue();
        assertThat(made.getType()).isEqualTo(UserType.EXTERNAL);
        assertThat(made.isEmailVerified()).isFalse();
        assertThat(made.getAttributes()).isEqualTo(FlowWorld.json("{\"address\":{\"city\":\"Bern\"}}"));
        assertThat(people.passwords).containsEntry("newcomer", "correct horse");
        assertThat(actions()).contains("user_write");
        assertThat(world.events.toString()).doesNotContain("correct horse");
    }

    @Test
    void writesNothingThatPeopleMayNotSay() {
        flow("enroll", "prompt", fields("username", "is_superuser", "groups", "pk", "uuid", "password_hash", "is_active", "path", "type"),
                "user_write", "{\"user_creation_mode\":\"always_create\"}");

        submit(visit("enroll"), "'username':'newcomer','is_superuser':'true','groups':'admins','pk':'1','uuid':'x','password_hash':'y','is_active':'true',"
                + "'path':'root','type':'internal'");

        User made = user("newcomer").orElseThrow();
        assertThat(made.isActive()).isFalse();
        assertThat(made.getPath()).isEqualTo("users");
        assertThat(made.getType()).isEqualTo(UserType.EXTERNAL);
        assertThat(made.getAttributes()).isEmpty();
        assertThat(world.memberships).doesNotContainKey(made.getId());
    }

    @Test
    void newAccountsGetTheStagesGroupPathAndType() {
        UUID group = people.group("staff").getId();
        flow("enroll", "prompt", fields("username"), "user_write", "{\"user_creation_mode\":\"always_create\",\"user_type\":\"internal\","
                + "\"user_path_template\":\"branch/north\",\"create_users_group\":\"" + group + "\"}");

        submit(visit("enroll"), "'username':'newcomer'");

        User made = user("newcomer").orElseThrow();
        assertThat(made.getPath()).isEqualTo("branch/north");
        assertThat(made.getType()).isEqualTo(UserType.INTERNAL);
        assertThat(world.memberships).containsEntry(made.getId(), List.of(group));
    }

    @Test
    void aNameThatIsTakenIsAClearProblemAndMakesNothing() {
        world.user("newcomer", true);
        flow("enroll", "prompt", fields("username"), "user_write", CREATE, "user_login", "{}");

        FlowView end = submit(visit("enroll"), "'username':'NewComer'");

        assertThat(end.component()).isEqualTo("ak-stage-access-denied");
        assertThat(message(end)).contains("already exists");
        assertThat(end.opened()).isEmpty();
    }

    @Test
    void withoutAUserNameNobodyIsMade() {
        flow("enroll", "prompt", fields("email"), "user_write", CREATE);

        assertThat(submit(visit("enroll"), "'email':'new@example.com'").component()).isEqualTo("ak-stage-access-denied");
    }

    @Test
    void attributesCannotBeWrittenThroughOthersOrTooDeep() {
        flow("deep", "prompt", fields("username", "attributes.a", "attributes.a.b"), "user_write", CREATE);
        flow("deeper", "prompt", fields("username", "attributes.a.b.c.d.e.f.g.h.i"), "user_write", CREATE);

        assertThat(submit(visit("deep"), "'username':'one','attributes.a':'x','attributes.a.b':'y'").component()).isEqualTo("ak-stage-access-denied");
        assertThat(submit(visit("deeper"), "'username':'two','attributes.a.b.c.d.e.f.g.h.i':'y'").component()).isEqualTo("ak-stage-access-denied");
        assertThat(user("one")).isEmpty();
        assertThat(user("two")).isEmpty();
    }

    // Changing

    @Test
    void theLoggedInUserChangesTheirOwnAccount() {
        User alice = world.user("alice", true);
        alice.verifyEmail(world.now);
        Login login = world.logIn("key", alice, false);
        flow("settings", "prompt", fields("email", "password"), "user_write", "{\"user_creation_mode\":\"never_create\"}");

        submit(visit("settings", Map.of(), "key"), "'email':'other@example.com','password':'correct horse'");

        assertThat(alice.getEmail()).isEqualTo("other@example.com");
        assertThat(alice.isEmailVerified()).isFalse();
        assertThat(people.passwords).containsEntry("alice", "correct horse");
        assertThat(people.kept).containsExactly(login.session().id());
    }

    @Test
    void enrollingWhileLoggedInMakesAnotherAccount() {
        User alice = world.user("alice", true);
        world.logIn("key", alice, false);
        flow("enroll", "prompt", fields("username"), "user_write", "{}");

        submit(visit("enroll", Map.of(), "key"), "'username':'newcomer'");

        assertThat(user("newcomer")).isPresent();
        assertThat(alice.getUsername()).isEqualTo("alice");
    }

    @Test
    void whatDoesNotChangeIsNotWritten() {
        User alice = world.user("alice", true);
        world.logIn("key", alice, false);
        flow("settings", "prompt", fields("name"), "user_write", "{}");

        submit(visit("settings", Map.of(), "key"), "'name':'alice'");

        assertThat(actions()).doesNotContain("user_write");
        assertThat(alice.getLastUpdated()).isNull();
    }

    @Test
    void namingSomebodyIsNotEnoughToChangeTheirAccount() {
        User alice = world.user("alice", true);
        flow("takeover", "identification", "{\"user_fields\":[\"username\"]}", "prompt", fields("password"), "user_write", "{}", "user_login", "{}");
        engine.executor.open(visit("takeover"));
        engine.executor.advance(visit("takeover"), identification("alice"));

        FlowView end = submit(visit("takeover"), "'password':'mine now'");

        assertThat(end.component()).isEqualTo("ak-stage-access-denied");
        assertThat(end.opened()).isEmpty();
        assertThat(people.passwords).isEmpty();
        assertThat(alice.getName()).isEqualTo("alice");
    }

    @Test
    void aLinkForOneUserDoesNotOpenAnotherOne() {
        User alice = world.user("alice", true);
        world.user("bob", true);
        Flow flow = flow("recovery", "identification", "{\"user_fields\":[\"username\"]}", "prompt", fields("password"), "user_write", "{}");
        FlowVisit visit = about(flow, new PlanContext().put(ContextKeys.PENDING_USER, alice.getId()).put(ContextKeys.IS_RESTORED, true), null);
        engine.executor.open(visit);
        engine.executor.advance(visit, identification("bob"));

        assertThat(submit(visit, "'password':'mine now'").component()).isEqualTo("ak-stage-access-denied");
        assertThat(people.passwords).isEmpty();
    }

    @Test
    void aLinkForAnotherUserOrAStarterOfTheFlowProvesNothing() {
        User alice = world.user("alice", true);
        User bob = world.user("bob", true);
        world.logIn("root", world.user("root", true), true);
        Flow flow = flow("recovery", "prompt", fields("password"), "user_write", "{}");
        PlanContext foreign = new PlanContext().put(ContextKeys.PENDING_USER, alice.getId()).put(ContextKeys.IS_RESTORED, true);

        for (FlowVisit visit : List.of(about(flow, foreign, null), about(flow, foreign.put(ContextKeys.RESTORED_USER, bob.getId()), null),
                about(flow, new PlanContext().put(ContextKeys.PENDING_USER, alice.getId()).put(ContextKeys.IS_SSO, true), null),
                about(flow, new PlanContext().put(ContextKeys.PENDING_USER, alice.getId()), "root"))) {
            engine.executor.open(visit);
            assertThat(engine.executor.advance(visit, FlowWorld.json("{\"component\":\"ak-stage-prompt\",\"password\":\"mine now\"}")).component())
                    .isEqualTo("ak-stage-access-denied");
        }
        assertThat(people.passwords).isEmpty();
    }

    @Test
    void aFlowThatIsAboutSomebodyMakesNoAccountBecauseNobodyIsThere() {
        for (FlowDesignation designation : List.of(FlowDesignation.RECOVERY, FlowDesignation.STAGE_CONFIGURATION, FlowDesignation.UNENROLLMENT)) {
            Flow flow = flow("about-" + designation.name().toLowerCase(java.util.Locale.ROOT), "prompt", fields("username"), "user_write", "{}");
            flow.setDesignation(designation);
            assertThat(message(submit(visit(flow.getSlug()), "'username':'newcomer'"))).contains("No user found");
        }
        Flow named = flow("named", "identification", "{\"user_fields\":[\"username\"]}", "prompt", fields("username"), "user_write", "{}");
        named.setDesignation(FlowDesignation.AUTHENTICATION);
        engine.executor.open(visit("named"));
        engine.executor.advance(visit("named"), identification("nobody"));
        assertThat(message(submit(visit("named"), "'username':'newcomer'"))).contains("No user found");
        assertThat(user("newcomer")).isEmpty();
    }

    @Test
    void whoIsLoggedInIsNotToldWhoseAddressItIs() {
        world.user("alice", true);
        world.logIn("key", world.user("bob", true), false);
        flow("whose", "identification", "{\"user_fields\":[\"username\",\"email\"]}", "password",
                "{\"backends\":[\"authentik.core.auth.InbuiltBackend\"]}");
        FlowVisit visit = visit("whose", Map.of(), "key");
        engine.executor.open(visit);

        FlowView asked = engine.executor.advance(visit, identification("alice@example.com"));

        assertThat(asked.component()).isEqualTo("ak-stage-password");
        assertThat(asked.challenge().getString("pending_user")).isEqualTo("alice@example.com");
    }

    @Test
    void neverCreateMakesNobody() {
        flow("never", "prompt", fields("username"), "user_write", "{\"user_creation_mode\":\"never_create\"}");

        assertThat(message(submit(visit("never"), "'username':'newcomer'"))).contains("No user found");
        assertThat(user("newcomer")).isEmpty();
    }

    @Test
    void accountsOfProgramsAreNotWritten() {
        User robot = world.user("robot", true);
        robot.setType(UserType.SERVICE_ACCOUNT);
        world.logIn("key", robot, false);
        flow("settings", "prompt", fields("name"), "user_write", "{}", "user_delete", "{}");

        assertThat(submit(visit("settings", Map.of(), "key"), "'name':'other'").component()).isEqualTo("ak-stage-access-denied");
        assertThat(robot.getName()).isEqualTo("robot");
    }

    // Deleting

    @Test
    void deletingTheOwnAccountLogsOut() {
        world.logIn("key", world.user("alice", true), false);
        flow("leave", "user_delete", "{}");
        FlowVisit visit = visit("leave", Map.of(), "key");
        engine.executor.open(visit);

        FlowView end = engine.executor.advance(visit, CONTINUE);

        assertThat(end.ended()).isTrue();
        assertThat(user("alice")).isEmpty();
        assertThat(world.logins).isEmpty();
    }

    @Test
    void aLinkThatSomebodyIsLedToNeitherDeletesNorLocksTheirAccount() {
        User alice = world.user("alice", true);
        world.logIn("key", alice, false);
        for (String stage : List.of("user_delete", "account_lockdown")) {
            flow(stage, stage, "{}");
            assertThat(engine.executor.open(visit(stage, Map.of(), "key")).component()).isEqualTo("ak-stage-dummy");
            assertThat(engine.executor.open(visit(stage, Map.of(), "key")).component()).as("a reload is no answer").isEqualTo("ak-stage-dummy");
            assertThat(engine.executor.advance(visit(stage, Map.of(), "key"), CONTINUE, "no value of a page of ours").component()).isEqualTo("ak-stage-dummy");
        }
        assertThat(user("alice")).contains(alice);
        assertThat(alice.isActive()).isTrue();
        assertThat(world.logins).containsKey("key");
    }

    @Test
    void namingSomebodyIsNotEnoughToDeleteThem() {
        world.user("alice", true);
        flow("leave", "identification", "{\"user_fields\":[\"username\"]}", "user_delete", "{}");
        engine.executor.open(visit("leave"));

        assertThat(engine.executor.advance(visit("leave"), identification("alice")).component()).isEqualTo("ak-stage-access-denied");
        assertThat(user("alice")).isPresent();
    }

    // Trying out

    @Test
    void aTestStageShowsItsNameOrBreaksAndNeverPasses() {
        flow("try", "dummy", "{}");
        flow("break", "dummy", "{\"throw_error\":true}", "user_login", "{}");

        assertThat(engine.executor.open(visit("try")).challenge().getString("name")).isEqualTo("dummy");
        assertThat(engine.executor.advance(visit("try"), FlowWorld.json("{\"component\":\"ak-stage-dummy\"}")).component()).isEqualTo("xak-flow-redirect");
        assertThat(engine.executor.open(visit("break")).component()).isEqualTo("ak-stage-flow-error");
    }

    // Invitations

    private FlowVisit invited(String slug, String token) {
        return visit(slug, Map.of("itoken", token), null);
    }

    private void enrollmentByInvitation(String slug) {
        flow(slug, "invitation", "{}", "prompt", fields("username", "email"), "user_write", CREATE, "user_login", "{}");
    }

    private Invitation invitation() {
        Invitation invitation = people.invitation(FlowWorld.json("{\"email\":\"fixed@example.com\",\"attributes.team\":\"blue\"}"));
        invitation.setSingleUse(true);
        return invitation;
    }

    @Test
    void anInvitationDecidesValuesThatNobodyCanAnswerDifferently() {
        Invitation invitation = invitation();
        enrollmentByInvitation("join");
        FlowVisit visit = invited("join", invitation.getId().toString());

        JsonObject email = engine.executor.open(visit).challenge().getJsonArray("fields").getJsonObject(1);
        FlowView end = submit(visit, "'username':'guest','email':'mine@example.com'");

        User made = user("guest").orElseThrow();
        assertThat(email.getString("initial_value")).isEqualTo("fixed@example.com");
        assertThat(email.getString("type")).isEqualTo("text_read_only");
        assertThat(end.opened()).isPresent();
        assertThat(made.getEmail()).isEqualTo("fixed@example.com");
        assertThat(made.getAttributes().getString("team")).isEqualTo("blue");
        assertThat(people.exists(invitation)).isFalse();
        assertThat(actions()).containsOnlyOnce("invitation_used");
    }

    @Test
    void lookingAtAnInvitationDoesNotUseItUp() {
        Invitation invitation = invitation();
        enrollmentByInvitation("join");

        engine.executor.open(invited("join", invitation.getId().toString()));

        assertThat(people.exists(invitation)).isTrue();
    }

    @Test
    void ofTwoJourneysWithOneInvitationTheSecondEndsWithoutAnAccount() {
        Invitation invitation = invitation();
        enrollmentByInvitation("join");
        String token = invitation.getId().toString();
        FlowVisit other = new FlowVisit("join", "another browser", Optional.empty(), Map.of("itoken", token), Optional.empty());
        engine.executor.open(other);
        submit(invited("join", token), "'username':'guest'");

        FlowView end = submit(other, "'username':'second'");

        assertThat(end.component()).isEqualTo("ak-stage-access-denied");
        assertThat(user("second")).isEmpty();
    }

    @Test
    void aTakenNameDoesNotUseTheInvitationUp() {
        world.user("guest", true);
        Invitation invitation = invitation();
        enrollmentByInvitation("join");

        submit(invited("join", invitation.getId().toString()), "'username':'guest'");

        assertThat(people.exists(invitation)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "1-1-1-1-1", "00000000-0000-0000-0000-000000000000", "../../etc", "' OR 1=1"})
    void noOtherTokenIsAnInvitation(String token) {
        invitation();
        enrollmentByInvitation("join");

        assertThat(engine.executor.open(invited("join", token)).component()).isEqualTo("ak-stage-access-denied");
    }

    @Test
    void anInvitationEndsAtItsTimeWhetherOrNotACleanUpHasRun() {
        Invitation invitation = invitation();
        invitation.setExpires(world.now.plusSeconds(60));
        enrollmentByInvitation("join");
        FlowVisit visit = invited("join", invitation.getId().toString());
        engine.executor.open(visit);
        world.now = world.now.plus(Duration.ofSeconds(60));

        assertThat(submit(visit, "'username':'guest'").component()).isEqualTo("ak-stage-access-denied");
        assertThat(user("guest")).isEmpty();
    }

    @Test
    void anInvitationForOneFlowIsNoneForAnother() {
        Invitation invitation = invitation();
        invitation.setFlowId(flow("theirs", "dummy", "{}").getId());
        enrollmentByInvitation("join");

        assertThat(engine.executor.open(invited("join", invitation.getId().toString())).component()).isEqualTo("ak-stage-access-denied");
    }

    @Test
    void anInvitationGivesNoMoreThanItsMakerHas() {
        User maker = world.user("maker", true);
        Invitation invitation = invitation();
        invitation.setCreatedBy(maker);
        enrollmentByInvitation("join");
        FlowVisit visit = invited("join", invitation.getId().toString());

        assertThat(engine.executor.open(visit).component()).isEqualTo("ak-stage-access-denied");
        people.superusers.add(maker.getId());
        FlowVisit again = new FlowVisit("join", "another browser", Optional.empty(), visit.query(), Optional.empty());
        assertThat(engine.executor.open(again).component()).isEqualTo("ak-stage-prompt");
    }

    @Test
    void withoutAnInvitationTheFlowGoesOnIfItMay() {
        flow("open", "invitation", "{\"continue_flow_without_invitation\":true}", "dummy", "{}");

        assertThat(engine.executor.open(visit("open")).component()).isEqualTo("ak-stage-dummy");
        assertThat(engine.executor.open(new FlowVisit("open", "other", Optional.empty(), Map.of("itoken", "garbage"), Optional.empty())).component())
                .isEqualTo("ak-stage-dummy");
    }

    @Test
    void anInvitationCanBeTypedIntoAPrompt() {
        Invitation invitation = invitation();
        flow("typed", "prompt", fields("token"), "invitation", "{}", "dummy", "{}");

        assertThat(submit(visit("typed"), "'token':'" + invitation.getId() + "'").component()).isEqualTo("ak-stage-dummy");
    }

    // Locking

    @Test
    void lockingTheOwnAccountTakesEverythingAndLogsOut() {
        User alice = world.user("alice", true);
        alice.changePassword("hash", world.now);
        world.logIn("key", alice, false);
        Flow done = world.flow("done", FlowDesignation.STAGE_CONFIGURATION);
        flow("lock", "prompt", fields("lockdown_reason"), "account_lockdown", "{\"self_service_completion_flow\":\"" + done.getId() + "\"}");

        FlowView end = submit(visit("lock", Map.of(), "key"), "'lockdown_reason':'laptop stolen'");

        assertThat(end.challenge().getString("to")).startsWith("/if/flow/done/");
        assertThat(end.ended()).isTrue();
        assertThat(alice.isActive()).isFalse();
        assertThat(alice.hasUsablePassword()).isFalse();
        assertThat(world.logins).isEmpty();
        assertThat(people.revoked).containsExactly(alice.getId(), alice.getId());
        assertThat(world.events.toString()).contains("account_lockdown", "laptop stolen");
    }

    @Test
    void administratorsLockOthersAndStayLoggedIn() {
        User alice = world.user("alice", true);
        world.logIn("key", world.user("root", true), true);
        Flow flow = flow("lock", "account_lockdown", "{\"revoke_tokens\":false,\"set_unusable_password\":false}", "dummy", "{}");

        FlowView view = engine.executor.open(about(flow, new PlanContext().put(ContextKeys.PENDING_USER, alice.getId()), "key"));

        assertThat(view.component()).isEqualTo("ak-stage-dummy");
        assertThat(view.ended()).isFalse();
        assertThat(alice.isActive()).isFalse();
        assertThat(people.revoked).isEmpty();
        assertThat(world.logins).containsKey("key");
    }

    @Test
    void nobodyElseLocksAnAccount() {
        User alice = world.user("alice", true);
        world.logIn("key", world.user("mallory", true), false);
        Flow flow = flow("lock", "account_lockdown", "{}");
        PlanContext target = new PlanContext().put(ContextKeys.PENDING_USER, alice.getId());

        assertThat(engine.executor.open(about(flow, target, "key")).component()).isEqualTo("ak-stage-access-denied");
        assertThat(engine.executor.open(about(flow, target, null)).component()).isEqualTo("ak-stage-access-denied");
        assertThat(alice.isActive()).isTrue();
    }

    // Redirecting

    @Test
    void aPolicyCanSayWhereARedirectStageLeads() {
        Flow flow = flow("go", "redirect", "{\"mode\":\"static\",\"target_static\":\"/elsewhere\"}");
        world.flow("other", FlowDesignation.AUTHENTICATION);

        assertThat(target(flow, "https://example.org/x")).isEqualTo("https://example.org/x");
        assertThat(target(flow, "ak-flow://other")).startsWith("/if/flow/other/");
        assertThat(target(flow, "javascript:alert(1)")).isEmpty();
        assertThat(target(flow, "ak-flow://nowhere")).isEmpty();
        assertThat(target(flow, "//evil.example")).isEmpty();
    }

    private String target(Flow flow, String override) {
        return engine.executor.open(about(flow, new PlanContext().put(ContextKeys.REDIRECT_STAGE_TARGET, override), null)).challenge().getString("to", "");
    }
}
