package org.gatehouse.flow.stage.initialsetup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.gatehouse.directory.password.PasswordHasher;
import org.gatehouse.flow.ContextKeys;
import org.gatehouse.flow.FlowContext;
import org.gatehouse.flow.StageResult;
import org.gatehouse.flow.StageType;
import org.gatehouse.flow.prompt.PromptChallenge;
import org.gatehouse.mail.MailAddress;
import org.gatehouse.model.prompt.PromptType;
import org.gatehouse.startup.FirstStart;
import org.gatehouse.type.Family;
import org.gatehouse.type.FieldProblems;
import org.gatehouse.type.ObjectType;

/** Asks for the first administrator's e-mail address and password; a login stage after it logs the administrator in. */
@ApplicationScoped
@ObjectType(family = Family.STAGE, name = "initial_setup", model = "gatehouse_stages_initial_setup.initialsetupstage",
        component = "ak-stage-initial-setup-form")
public class InitialSetupStage implements StageType<InitialSetupStage.Settings, InitialSetupStage.Answer> {

    static final String CLOSED = "Set-up has already been completed.";

    private static final int SHORTEST_PASSWORD = 8;

    /** There is nothing to set. */
    public record Settings() {
    }

    /**
     * What the browser answers.
     *
     * @param username sent by clients that send every field; not used
     */
    public record Answer(String username, String email, String password, String passwordRepeat) {

        @Override
        public String toString() {
            return "Answer[" + email + "]";
        }
    }

    @Inject
    private InitialSetup setup;

    @Override
    public StageResult begin(FlowContext flow, Settings settings) {
        return setup.isOpen() ? StageResult.show(challenge()) : StageResult.deny(CLOSED);
    }

    @Override
    public StageResult submit(FlowContext flow, Settings settings, Answer answer) {
        if (!setup.isOpen()) {
            return StageResult.deny(CLOSED);
        }
        FieldProblems problems = problemsOf(answer);
        if (!problems.isEmpty()) {
            return new StageResult.Invalid(problems);
        }
        Optional<Long> administrator = setup.complete(answer.email().strip(), answer.password());
        administrator.ifPresent(id -> {
            flow.plan().put(ContextKeys.PENDING_USER, id).put(ContextKeys.AUTH_METHOD, "password");
            flow.authenticated();
        });
        return administrator.isPresent() ? StageResult.next() : StageResult.deny(CLOSED);
    }

    private static FieldProblems problemsOf(Answer answer) {
        FieldProblems problems = new FieldProblems();
        if (MailAddress.parse(answer.email()).isEmpty()) {
            problems.add("email", "Enter a valid email address.");
        }
        String password = answer.password() == null ? "" : answer.password();
        if (password.isBlank() || password.length() < SHORTEST_PASSWORD) {
            problems.add("password", "Use at least " + SHORTEST_PASSWORD + " characters.");
        } else if (password.length() > PasswordHasher.LONGEST_PASSWORD) {
            problems.add("password", "Use at most " + PasswordHasher.LONGEST_PASSWORD + " characters.");
        }
        if (!password.equals(answer.passwordRepeat())) {
            problems.add("password_repeat", "The passwords do not match.");
        }
        return problems;
    }

    private static PromptChallenge challenge() {
        return new PromptChallenge(List.of(
                PromptChallenge.Field.fixed("username", "Administrator", FirstStart.USERNAME, 0),
                PromptChallenge.Field.asked("email", "Email", PromptType.EMAIL, 10),
                PromptChallenge.Field.asked("password", "Password", PromptType.PASSWORD, 20),
                PromptChallenge.Field.asked("password_repeat", "Password (repeat)", PromptType.PASSWORD, 30)));
    }
}
