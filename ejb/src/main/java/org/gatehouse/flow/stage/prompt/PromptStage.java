package org.gatehouse.flow.stage.prompt;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.gatehouse.flow.FlowContext;
import org.gatehouse.flow.FlowPolicies;
import org.gatehouse.flow.OpenAnswer;
import org.gatehouse.flow.StageResult;
import org.gatehouse.flow.StageType;
import org.gatehouse.flow.prompt.PromptChallenge;
import org.gatehouse.flow.prompt.PromptData;
import org.gatehouse.model.prompt.Prompt;
import org.gatehouse.model.prompt.PromptRepository;
import org.gatehouse.type.Family;
import org.gatehouse.type.FieldProblems;
import org.gatehouse.type.ObjectType;
import org.gatehouse.type.Ref;

/** Asks for values; they are {@code prompt_data} for the stages and policies that follow. */
@ApplicationScoped
@ObjectType(family = Family.STAGE, name = "prompt", path = "prompt/stages", model = "authentik_stages_prompt.promptstage",
        component = "ak-stage-prompt-form")
public class PromptStage implements StageType<PromptStageSettings, OpenAnswer> {

    @Inject
    private AskedFields asked;

    @Inject
    private AnswerChecks checks;

    @Inject
    private PromptData data;

    @Inject
    private PromptRepository prompts;

    @Inject
    private FlowPolicies policies;

    @Override
    public void check(PromptStageSettings settings, FieldProblems problems) {
        Set<String> keys = new HashSet<>();
        for (Prompt prompt : prompts.findAll(ids(settings))) {
            if (!prompt.getType().isDecoration() && !keys.add(prompt.getFieldKey())) {
                problems.add("fields", "Two fields have the key " + prompt.getFieldKey() + ".");
            }
        }
    }

    @Override
    public StageResult begin(FlowContext flow, PromptStageSettings settings) {
        return StageResult.show(new PromptChallenge(asked.of(flow, ids(settings)).stream().map(AskedField::shown).toList()));
    }

    @Override
    public StageResult submit(FlowContext flow, PromptStageSettings settings, OpenAnswer answer) {
        List<AskedField> fields = asked.of(flow, ids(settings));
        FieldProblems problems = new FieldProblems();
        FieldAnswers answers = FieldAnswers.read(fields, answer.values(), problems);
        checks.requireFreeNames(flow, fields, answers, problems);
        Map<String, JsonValue> facts = problems.isEmpty() ? checks.validate(flow, settings, fields, answers, problems) : Map.of();
        if (!problems.isEmpty()) {
            flow.plan().put(AskedFields.DRAFT, FieldAnswers.draft(fields, answer.values()));
            return new StageResult.Invalid(problems);
        }
        flow.plan().remove(AskedFields.DRAFT);
        data.answer(flow.plan(), answers.values());
        answers.secrets().forEach((key, password) -> data.keepPassword(flow.plan(), key, password));
        policies.note(facts, flow);
        return StageResult.next();
    }

    private static List<UUID> ids(PromptStageSettings settings) {
        return settings.fields().stream().map(Ref::id).toList();
    }
}
