package org.gatehouse.flow.stage.initialsetup;

import java.util.List;
import org.gatehouse.flow.Challenge;

/** {@code ak-stage-prompt} with the fields of the set-up, so that every client of the contract can show it. */
record SetupPrompt(List<Field> fields) implements Challenge {

    /** The contract's {@code StagePrompt}. */
    record Field(String fieldKey, String label, String type, boolean required, String placeholder, String initialValue, int order,
            String subText) {
    }

    static SetupPrompt forUser(String username) {
        return new SetupPrompt(List.of(
                new Field("username", "User name", "text_read_only", false, "", username, 0, ""),
                new Field("email", "E-mail", "email", true, "you@example.com", "", 10, ""),
                new Field("password", "Password", "password", true, "", "", 20,
                        "At least " + InitialSetupStage.SHORTEST_PASSWORD + " characters."),
                new Field("password_repeat", "Password (again)", "password", true, "", "", 30, "")));
    }

    @Override
    public String component() {
        return "ak-stage-prompt";
    }
}
