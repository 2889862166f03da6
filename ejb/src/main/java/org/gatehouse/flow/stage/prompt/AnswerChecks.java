package org.gatehouse.flow.stage.prompt;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gatehouse.flow.ContextKeys;
import org.gatehouse.flow.FlowContext;
import org.gatehouse.flow.FlowPolicies;
import org.gatehouse.flow.prompt.PromptData;
import org.gatehouse.model.directory.UserRepository;
import org.gatehouse.model.prompt.PromptType;
import org.gatehouse.policy.NamedPolicies;
import org.gatehouse.policy.PolicyVerdict;
import org.gatehouse.type.FieldProblems;
import org.gatehouse.type.Ref;

/** What is asked about answers beyond the type of each: whether a name is free, and what the validation policies say. */
@ApplicationScoped
public class AnswerChecks {

    private static final String TAKEN = "A user with that username already exists.";
    private static final String REFUSED = "The input was refused.";
    private static final String UNDECIDED = "The input could not be checked. Please try again later.";

    @Inject
    private UserRepository users;

    @Inject
    private NamedPolicies policies;

    @Inject
    private FlowPolicies flows;

    @Inject
    private PromptData data;

    /** A name somebody else has is a problem of its field; the user's own is none. */
    void requireFreeNames(FlowContext flow, List<AskedField> fields, FieldAnswers answers, FieldProblems problems) {
        fields.stream().filter(field -> field.type() == PromptType.USERNAME).map(AskedField::key)
                .filter(key -> answers.values().get(key) instanceof JsonString name && isTaken(flow, name.getString()))
                .forEach(key -> problems.add(key, TAKEN));
    }

    private boolean isTaken(FlowContext flow, String name) {
        return users.findByUsername(name)
                .filter(other -> flow.pendingUser().filter(user -> user.getId().equals(other.getId())).isEmpty()).isPresent();
    }

    /**
     * Asks the validation policies; all have to pass. They find the answers, passwords included, in {@code prompt_data}, together with
     * those of earlier stages. A message that begins with a field's key and a colon is that field's, any other one the form's.
     *
     * @return what the policies have found out, for the plan
     */
    Map<String, JsonValue> validate(FlowContext flow, PromptStageSettings settings, List<AskedField> fields, FieldAnswers answers, FieldProblems problems) {
        if (settings.validationPolicies().isEmpty()) {
            return Map.of();
        }
        Map<String, JsonValue> facts = new LinkedHashMap<>();
        List<UUID> ids = settings.validationPolicies().stream().map(Ref::id).toList();
        JsonObject asked = merged(flow, answers);
        for (PolicyVerdict verdict : policies.decide(flow.stageId().orElse(ids.get(0)), ids,
                flows.requestOf(flow).with(ContextKeys.PROMPT_DATA.name(), asked))) {
            complain(verdict, fields, problems);
            facts.putAll(verdict.facts());
        }
        return facts;
    }

    private JsonObject merged(FlowContext flow, FieldAnswers answers) {
        JsonObjectBuilder all = Json.createObjectBuilder(data.of(flow.plan()));
        answers.values().forEach(all::add);
        answers.secrets().forEach(all::add);
        return all.build();
    }

    private static void complain(PolicyVerdict verdict, List<AskedField> fields, FieldProblems problems) {
        if (verdict.passing()) {
            return;
        }
        if (verdict.messages().isEmpty()) {
            problems.add(FieldProblems.GENERAL, verdict.failed() ? UNDECIDED : REFUSED);
        }
        verdict.messages().forEach(message -> complain(message, fields, problems));
    }

    private static void complain(String message, List<AskedField> fields, FieldProblems problems) {
        fields.stream().map(AskedField::key).filter(key -> message.startsWith(key + ": ")).findFirst().ifPresentOrElse(
                key -> problems.add(key, message.substring(key.length() + 2)), () -> problems.add(FieldProblems.GENERAL, message));
    }
}
