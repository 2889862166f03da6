package org.gatehouse.flow.stage.initialsetup;

import java.util.List;
import org.gatehouse.flow.Challenge;

/** The contract's {@code PromptChallenge}: fields to fill in; the answer has a value for each {@code field_key}. */
record PromptChallenge(List<Field> fields) implements Challenge {

    @Override
    public String component() {
        return "ak-stage-prompt";
    }

    /** The contract's {@code StagePrompt}. */
    record Field(String fieldKey, String label, String type, boolean required, String placeholder, String initialValue, int order,
            String subText, List<Choice> choices) {

        static Field asked(String key, String label, String type, int order) {
            return new Field(key, label, type, true, label, "", order, "", List.of());
        }

        static Field fixed(String key, String label, String value, int order) {
            return new Field(key, label, "text_read_only", false, "", value, order, "", List.of());
        }
    }

    /** The contract's {@code PromptChoice}. */
    record Choice(String value, String label) {
    }
}
