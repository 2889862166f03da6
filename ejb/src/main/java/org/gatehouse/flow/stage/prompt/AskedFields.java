package org.gatehouse.flow.stage.prompt;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.gatehouse.expression.ExpressionValues;
import org.gatehouse.flow.ContextKey;
import org.gatehouse.flow.FlowContext;
import org.gatehouse.flow.FlowPolicies;
import org.gatehouse.flow.prompt.PromptChallenge.Choice;
import org.gatehouse.flow.prompt.PromptData;
import org.gatehouse.model.prompt.Prompt;
import org.gatehouse.model.prompt.PromptRepository;
import org.gatehouse.model.prompt.PromptType;

/**
 * Works out what the fields of a stage show in one flow. An answer that was given before is a field's initial value, then what the
 * plan holds under the field's key, then what the field itself says; choices are the plan's {@code <field_key>__choices} if it has
 * such, else the field's placeholder.
 */
@ApplicationScoped
public class AskedFields {

    static final String CHOICES_SUFFIX = "__choices";

    /** What was typed into a form that is shown again because something in it is wrong; never a password. */
    static final ContextKey<JsonObject> DRAFT = ContextKey.object("prompt.draft");

    @Inject
    private PromptRepository prompts;

    @Inject
    private PromptExpressions expressions;

    @Inject
    private FlowPolicies flows;

    @Inject
    private PromptData data;

    /** What is known when fields are worked out; the variables of expressions are only made when there is an expression. */
    private record Known(JsonObject plan, JsonObject answers, JsonObject fixed, JsonObject draft, Supplier<Map<String, Object>> variables) {

        Optional<JsonValue> find(String key) {
            return Optional.ofNullable(answers.get(key)).or(() -> Optional.ofNullable(plan.get(key))).filter(value -> value != JsonValue.NULL);
        }
    }

    /** The fields in their order. */
    List<AskedField> of(FlowContext flow, List<UUID> ids) {
        Known known = new Known(flow.plan().toJson(), data.of(flow.plan()), data.fixed(flow.plan()),
                flow.plan().get(DRAFT).orElse(JsonValue.EMPTY_JSON_OBJECT), once(() -> expressions.variables(flows.requestOf(flow))));
        return prompts.findAll(ids).stream().sorted(Comparator.comparingInt(Prompt::getPosition).thenComparing(Prompt::getName))
                .map(prompt -> asked(prompt, known)).toList();
    }

    /** A field outside of any flow, as nobody has answered anything yet. */
    AskedField preview(Prompt prompt, Map<String, Object> variables) {
        JsonObject nothing = JsonValue.EMPTY_JSON_OBJECT;
        return asked(prompt, new Known(nothing, nothing, nothing, nothing, () -> variables));
    }

    private static <T> Supplier<T> once(Supplier<T> supplier) {
        Map<Boolean, T> made = new HashMap<>();
        return () -> made.computeIfAbsent(true, key -> supplier.get());
    }

    private AskedField asked(Prompt prompt, Known known) {
        if (known.fixed().containsKey(prompt.getFieldKey()) && !prompt.getType().isDecoration()) {
            PromptType shown = prompt.getType() == PromptType.HIDDEN ? PromptType.HIDDEN : PromptType.TEXT_READ_ONLY;
            return new AskedField(prompt, shown, "", known.fixed().get(prompt.getFieldKey()), List.of());
        }
        if (prompt.getType() == PromptType.LOCALE) {
            return new AskedField(prompt, prompt.getType(), "", initial(prompt, known), FieldChoices.LOCALES);
        }
        if (prompt.getType().isChoice()) {
            List<Choice> choices = choices(prompt, known);
            return new AskedField(prompt, prompt.getType(), "", chosen(initial(prompt, known), choices), choices);
        }
        return new AskedField(prompt, prompt.getType(), placeholder(prompt, known), initial(prompt, known), List.of());
    }

    private JsonValue initial(Prompt prompt, Known known) {
        return Optional.ofNullable(known.draft().get(prompt.getFieldKey())).filter(typed -> !prompt.getType().isFixed()).orElseGet(() -> given(prompt, known));
    }

    private JsonValue given(Prompt prompt, Known known) {
        return known.find(prompt.getFieldKey()).orElseGet(() -> prompt.isInitialValueExpression()
                ? expressions.tryEvaluate(prompt.getName(), prompt.getInitialValue(), known.variables().get()).map(ExpressionValues::json).orElse(JsonValue.NULL)
                : Json.createValue(prompt.getInitialValue()));
    }

    private String placeholder(Prompt prompt, Known known) {
        return prompt.isPlaceholderExpression()
                ? expressions.tryEvaluate(prompt.getName(), prompt.getPlaceholder(), known.variables().get()).map(ExpressionValues::json).map(FieldText::of).orElse("")
                : prompt.getPlaceholder();
    }

    private List<Choice> choices(Prompt prompt, Known known) {
        return known.find(prompt.getFieldKey() + CHOICES_SUFFIX).map(FieldChoices::of).orElseGet(() -> prompt.isPlaceholderExpression()
                ? expressions.tryEvaluate(prompt.getName(), prompt.getPlaceholder(), known.variables().get()).map(ExpressionValues::json).map(FieldChoices::of)
                        .orElse(List.of())
                : FieldChoices.ofLines(prompt.getPlaceholder()));
    }

    /** One of the choices is always chosen; the first, when the initial value is none of them. */
    private static JsonValue chosen(JsonValue initial, List<Choice> choices) {
        boolean offered = choices.stream().anyMatch(choice -> choice.value().equals(FieldText.of(initial)));
        return offered || choices.isEmpty() ? initial : Json.createValue(choices.get(0).value());
    }
}
