package org.gatehouse.flow.prompt;

import java.util.List;
import org.gatehouse.flow.Challenge;
import org.gatehouse.model.prompt.PromptType;

/** The contract's {@code PromptChallenge}: fields to fill in; the answer has a value for each {@code field_key}. */
public record PromptChallenge(List<Field> fields) implements Challenge {

    @Override
    public String component() {
        return "ak-stage-prompt";
    }

    /** The contract's {@code StagePrompt}; choices are null for a field that offers none. */
    public record Field(String fieldKey, String label, PromptType type, boolean required, String placeholder, String initialValue, int order,
            String subText, List<Choice> choices) {

        /** A field that has to be filled in. */
        public static Field asked(String key, String label, PromptType type, int order) {
            return new Field(key, label, type, true, label, "", order, "", null);
        }

        /** A field that shows what cannot be changed. */
        public static Field fixed(String key, String label, String value, int order) {
            return new Field(key, label, PromptType.TEXT_READ_ONLY, false, "", value, order, "", null);
        }
    }

    /** The contract's {@code PromptChoice}. */
    public record Choice(String value, String label) {
    }
}
