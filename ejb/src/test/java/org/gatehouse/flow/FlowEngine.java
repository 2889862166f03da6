package org.gatehouse.flow;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.directory.Accounts;
import java.util.UUID;
import org.gatehouse.fixture.FlowWorld;
import org.gatehouse.fixture.PeopleWorld;
import org.gatehouse.fixture.MailWorld;
import org.gatehouse.outgoing.LocalHttp;
import org.gatehouse.fixture.Wired;
import org.gatehouse.flow.captcha.CaptchaCheck;
import org.gatehouse.flow.stage.captcha.CaptchaStage;
import org.gatehouse.fixture.CodeStages;
import org.gatehouse.flow.stage.authenticatorwebauthn.WebAuthnWorld;
import org.gatehouse.flow.stage.consent.ConsentStage;
import org.gatehouse.flow.stage.consent.GivenConsents;
import org.gatehouse.flow.stage.deny.DenyStage;
import org.gatehouse.flow.stage.email.EmailConfirmation;
import org.gatehouse.flow.stage.email.EmailLinkSender;
import org.gatehouse.flow.stage.email.EmailStage;
import org.gatehouse.flow.stage.identification.EmbeddedCaptcha;
import org.gatehouse.flow.stage.identification.EmbeddedPassword;
import org.gatehouse.flow.stage.identification.IdentificationPage;
import org.gatehouse.flow.stage.identification.IdentificationStage;
import org.gatehouse.flow.stage.identification.IdentifiedUsers;
import org.gatehouse.flow.stage.identification.PasskeyLogin;
import org.gatehouse.flow.stage.identification.PasskeyStage;
import org.gatehouse.flow.stage.initialsetup.InitialSetup;
import org.gatehouse.flow.stage.initialsetup.InitialSetupStage;
import org.gatehouse.flow.stage.mtls.MutualTlsStage;
import org.gatehouse.flow.stage.password.PasswordStage;
import org.gatehouse.flow.stage.redirect.RedirectStage;
import org.gatehouse.flow.stage.userlogin.UserLoginStage;
import org.gatehouse.flow.stage.userlogout.UserLogoutStage;

/** The engine and all stages in a {@link FlowWorld}. */
public final class FlowEngine {

    public static final String BROWSER = "a browser";

    public final FlowWorld world = new FlowWorld();
    public final PeopleWorld people = new PeopleWorld();
    public final MailWorld mail = new MailWorld(world);
    public final FlowExecutor executor;
    public final FlowLauncher launcher;
    public final FlowStore store;
    public final FlowLinks links;
    public final FlowCatalog catalog;
    public final CodeStages codes;
    public final WebAuthnWorld webauthn;
    final SecondFactors factors;
    final SecondFactors.Branding brand = new SecondFactors.Branding();

    public FlowEngine() {
        store = world.wire(new FlowStore());
        catalog = world.wire(new FollowingCatalog());
        catalog.open();
        links = world.wire(new FlowLinks());
        launcher = world.wire(new FlowLauncher(), catalog, store, links);
        FlowPolicies policies = world.wire(new FlowPolicies());
        FlowViews views = world.wire(new FlowViews());
        FlowSteps steps = world.wire(new FlowSteps(),
                world.wire(new FlowVisits(), catalog, store, launcher, links),
                world.wire(new FlowPlanner(), policies), policies,
                world.wire(new FlowStages(), catalog), views,
                world.wire(new FlowSettlement(), store),
                world.wire(new FlowObjections()));
        executor = world.wire(new FlowExecutor(), steps, views, launcher);
        factors = new SecondFactors(world);
        webauthn = new WebAuthnWorld(world, factors.table, factors.authenticators);
        factors.types.add(webauthn.authenticator);
        world.types.add(webauthn.stage);
        PeopleStages stages = new PeopleStages(world, people, policies);
        stages.all().forEach(world.types::add);
        CaptchaCheck captcha = world.wire(new CaptchaCheck(), LocalHttp.client());
        EmbeddedCaptcha embeddedCaptcha = world.wire(new EmbeddedCaptcha(), captcha);
        world.types.add(world.wire(new CaptchaStage(), captcha));
        addMailStages();
        codes = new CodeStages(this).add();
        world.types.add(world.wire(new PasswordStage()))
                .add(world.wire(new UserLoginStage(), stages.invitations()))
                .add(world.wire(new UserLogoutStage(), new MailWorld.NoObservers()))
                .add(world.wire(new ConsentStage(), world.wire(new GivenConsents())))
                .add(new DenyStage())
                .add(world.wire(new MutualTlsStage()))
                .add(world.wire(new RedirectStage()))
                .add(world.wire(new InitialSetupStage(), new OpenSetup()))
                .add(world.wire(new IdentificationStage(), world.wire(new IdentifiedUsers()), world.wire(new IdentificationPage(), catalog, embeddedCaptcha, brand),
                        embeddedCaptcha, world.wire(new EmbeddedPassword()), world.wire(new PasskeyStage()),
                        world.wire(new PasskeyLogin(), factors.types, factors.authenticators)));
    }

    private void addMailStages() {
        world.types.add(mail.wire(new EmailStage(), mail.wire(new EmailLinkSender(), links),
                world.wire(new EmailConfirmation(), world.wire(new Accounts()), links)));
    }

    public static FlowVisit visit(String slug) {
        return new FlowVisit(slug, BROWSER, Optional.empty(), Map.of(), Optional.empty());
    }

    public static FlowVisit visit(String slug, String browser, String execution) {
        return new FlowVisit(slug, browser, Optional.of(execution).filter(id -> !id.isEmpty()), Map.of(), Optional.empty());
    }

    public static FlowVisit visit(String slug, Map<String, String> query, String sessionKey) {
        return new FlowVisit(slug, BROWSER, Optional.empty(), query, Optional.ofNullable(sessionKey));
    }

    public static JsonObject identification(String name) {
        return Json.createObjectBuilder().add("component", "ak-stage-identification").add("uid_field", name).build();
    }

    public static JsonObject password(String password) {
        return Json.createObjectBuilder().add("component", "ak-stage-password").add("password", password).build();
    }

    /** Tests change flows without telling anybody. */
    private static final class FollowingCatalog extends FlowCatalog {

        @Override
        public Optional<FlowDefinition> find(String slug) {
            clear();
            return super.find(slug);
        }

        @Override
        public Optional<StoredStage> stage(UUID id) {
            clear();
            return super.stage(id);
        }
    }

    /** Set-up that is always open. */
    private static final class OpenSetup extends InitialSetup {

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public Optional<Long> complete(String email, String password) {
            return Optional.of(1L);
        }
    }
}
