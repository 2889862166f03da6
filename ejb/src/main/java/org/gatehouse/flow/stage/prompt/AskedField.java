package org.gatehouse.flow.stage.prompt;

import jakarta.json.JsonValue;
import java.util.List;
import org.gatehouse.flow.prompt.PromptChallenge;
import org.gatehouse.flow.prompt.PromptChallenge.Choice;
import org.gatehouse.model.prompt.Prompt;
import org.gatehouse.model.prompt.PromptType;

/**
 * A field with everything worked out: no expressions any more.
 *
 * @param prompt the stored field
 * @param type how it is asked in this flow: what was fixed beforehand is only shown
 * @param placeholder shown while the field is empty
 * @param initial what it contains at first, and the value of a field that the browser does not decide
 * @param choices what can be chosen; empty for a field without choices
 */
record AskedField(Prompt prompt, PromptType type, String placeholder, JsonValue initial, List<Choice> choices) {

    private static final String PASSWORD_KEY = "password";

    String key() {
        return prompt.getFieldKey();
    }

    /** Whether the value must never be stored in the clear. A field called like the user's password is one, whatever its type. */
    boolean isSecret() {
        return type == PromptType.PASSWORD || key().equals(PASSWORD_KEY);
    }

    PromptChallenge.Field shown() {
        boolean offersChoices = type.isChoice() || type == PromptType.LOCALE;
        return new PromptChallenge.Field(key(), prompt.getLabel(), type, prompt.isRequired() && !type.isFixed() && !type.isDecoration(),
                placeholder, isSecret() ? "" : FieldText.of(initial), prompt.getPosition(), prompt.getSubText(), offersChoices ? choices : null);
    }
}
