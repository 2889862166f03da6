package org.gatehouse.flow.stage.prompt;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.model.prompt.PromptType;
import org.gatehouse.type.FieldProblems;

/**
 * The answers to the fields of a stage, each of the right type.
 *
 * @param values by field key; those that may be stored as they are
 * @param secrets by field key; passwords
 */
record FieldAnswers(Map<String, JsonValue> values, Map<String, String> secrets) {

    /** Reads an answer: only the stage's own fields, and of those only the ones that the browser decides. */
    static FieldAnswers read(List<AskedField> fields, JsonObject sent, FieldProblems problems) {
        FieldAnswers answers = new FieldAnswers(new LinkedHashMap<>(), new LinkedHashMap<>());
        for (AskedField field : fields) {
            if (field.type().isFixed()) {
                answers.keep(field, field.initial());
            } else if (!field.type().isDecoration()) {
                answers.read(field, sent.get(field.key()), problems);
            }
        }
        answers.requireSamePasswords(fields, problems);
        return answers;
    }

    /** What of an answer may be shown again: short texts and marks, no secrets, and nothing that the browser does not decide. */
    static JsonObject draft(List<AskedField> fields, JsonObject sent) {
        JsonObjectBuilder draft = Json.createObjectBuilder();
        fields.stream().filter(field -> !field.isSecret() && !field.type().isFixed() && !field.type().isDecoration() && field.type() != PromptType.FILE)
                .filter(field -> sent.containsKey(field.key())).forEach(field -> {
                    JsonValue value = sent.get(field.key());
                    boolean showable = !(value instanceof JsonStructure) && FieldText.of(value).length() <= FieldValues.longest(field);
                    draft.add(field.key(), showable ? value : Json.createValue(""));
                });
        return draft.build();
    }

    private void read(AskedField field, JsonValue sent, FieldProblems problems) {
        try {
            FieldValues.read(field, sent).ifPresent(value -> keep(field, value));
        } catch (IllegalArgumentException wrong) {
            problems.add(field.key(), wrong.getMessage());
        }
    }

    private void keep(AskedField field, JsonValue value) {
        if (!field.isSecret()) {
            values.put(field.key(), value);
        } else if (value instanceof JsonString password && !password.getString().isEmpty()) {
            secrets.put(field.key(), password.getString());
        }
    }

    /** A stage with two passwords asks for one password twice. */
    private void requireSamePasswords(List<AskedField> fields, FieldProblems problems) {
        List<AskedField> passwords = fields.stream().filter(field -> field.type() == PromptType.PASSWORD).toList();
        Optional<AskedField> different = passwords.stream().skip(1)
                .filter(field -> !secrets.getOrDefault(field.key(), "").equals(secrets.getOrDefault(passwords.get(0).key(), ""))).findFirst();
        boolean readable = passwords.stream().noneMatch(field -> problems.byField().containsKey(field.key()));
        different.filter(field -> readable).ifPresent(field -> problems.add(field.key(), "Passwords don't match."));
    }

    @Override
    public String toString() {
        return "FieldAnswers" + values.keySet();
    }
}
