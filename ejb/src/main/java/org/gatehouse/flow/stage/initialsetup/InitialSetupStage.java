package org.gatehouse.flow.stage.initialsetup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.Optional;
import org.gatehouse.access.Actor;
import org.gatehouse.directory.PasswordService;
import org.gatehouse.flow.ContextKeys;
import org.gatehouse.flow.FlowContext;
import org.gatehouse.flow.StageResult;
import org.gatehouse.flow.StageType;
import org.gatehouse.model.brand.SystemMarkers;
import org.gatehouse.model.directory.User;
import org.gatehouse.model.directory.UserRepository;
import org.gatehouse.startup.FirstStart;
import org.gatehouse.type.Family;
import org.gatehouse.type.ObjectType;

/** Gives the first administrator e-mail and password; of all who ever try, one succeeds. */
@ApplicationScoped
@ObjectType(family = Family.STAGE, name = "initial_setup", model = "gatehouse_stages_initial_setup.initialsetupstage",
        component = "ak-stage-initial-setup-form")
public class InitialSetupStage implements StageType<InitialSetupStage.Settings, InitialSetupStage.Answer> {

    /** NIST SP 800-63B-4 asks for 15 where a password is the only factor; 8 is the least it allows with a second one. */
    static final int SHORTEST_PASSWORD = 8;

    /** The stage has nothing to set. */
    public record Settings() {
    }

    /** What the visitor sends; {@code username} is shown for password managers and ignored. */
    public record Answer(@Size(max = 150) String username, @NotBlank @Email @Size(max = 254) String email,
            @NotEmpty @Size(max = 1024) String password, @NotEmpty @Size(max = 1024) String passwordRepeat) {

        @Override
        public String toString() {
            return "Answer[]";
        }
    }

    @Inject
    private SystemMarkers markers;

    @Inject
    private UserRepository users;

    @Inject
    private PasswordService passwords;

    @Inject
    private Clock clock;

    @Override
    public StageResult begin(FlowContext flow, Settings settings) {
        return markers.isSet(FirstStart.INITIAL_SETUP) ? done() : StageResult.show(SetupPrompt.forUser(FirstStart.USERNAME));
    }

    @Override
    public StageResult submit(FlowContext flow, Settings settings, Answer answer) {
        if (answer.password().length() < SHORTEST_PASSWORD) {
            return StageResult.invalid("password", "Use at least " + SHORTEST_PASSWORD + " characters.");
        }
        if (!answer.password().equals(answer.passwordRepeat())) {
            return StageResult.invalid("password_repeat", "The two passwords differ.");
        }
        Optional<User> administrator = users.findByUsername(FirstStart.USERNAME);
        // The marker is set in this step's transaction: whoever races here waits for the row and then finds it taken.
        if (administrator.isEmpty() || !markers.set(FirstStart.INITIAL_SETUP, clock.instant())) {
            return done();
        }
        administrator.get().setEmail(answer.email());
        passwords.set(administrator.get(), answer.password(), Actor.ofSystem());
        flow.plan().put(ContextKeys.PENDING_USER, administrator.get().getId());
        flow.plan().put(ContextKeys.PENDING_USER_IDENTIFIER, FirstStart.USERNAME);
        flow.plan().put(ContextKeys.AUTH_METHOD, "password");
        return StageResult.next();
    }

    private static StageResult done() {
        return StageResult.deny("Gatehouse has been set up already. Log in as an administrator instead.");
    }
}
