package org.gatehouse.flow.stage.prompt;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.gatehouse.access.Actor;
import org.gatehouse.model.config.ConfiguredObjectRepository;
import org.gatehouse.model.config.Stage;
import org.gatehouse.model.prompt.Prompt;
import org.gatehouse.model.prompt.PromptRepository;
import org.gatehouse.model.prompt.PromptType;
import org.gatehouse.type.ConfiguredObjects;
import org.gatehouse.type.Default;
import org.gatehouse.type.EntityModel;
import org.gatehouse.type.Family;
import org.gatehouse.type.FieldProblems;
import org.gatehouse.type.ModelQuery;
import org.gatehouse.type.Multiline;
import org.gatehouse.type.ObjectKey;
import org.gatehouse.type.ReferenceLookup;
import org.gatehouse.type.UsedBy;
import org.gatehouse.type.WireObject;

/** The fields that prompt stages ask for, as administrators manage them. */
@ApplicationScoped
public class PromptModel extends EntityModel<Prompt, PromptModel.Document> {

    /** The writable fields. */
    public record Document(
            @NotBlank @Size(max = 500) String name,
            @NotBlank @Size(max = 200) @Pattern(regexp = "[-\\w./:@]*", message = "Only letters, digits and - _ . / : @ are allowed.") String fieldKey,
            @NotBlank @Multiline String label,
            @NotNull PromptType type,
            @Default("true") boolean required,
            @Default("") @Multiline String placeholder,
            @Default("") @Multiline String initialValue,
            @Default("0") int order,
            @Default("") @Multiline String subText,
            @Default("false") boolean placeholderExpression,
            @Default("false") boolean initialValueExpression) {
    }

    @Inject
    private PromptRepository prompts;

    @Inject
    private PromptExpressions expressions;

    @Inject
    private ConfiguredObjectRepository objects;

    @Inject
    private ConfiguredObjects stages;

    @Inject
    private ReferenceLookup references;

    public PromptModel() {
        super(Document.class, PromptRepository.COLUMNS);
    }

    @Override
    public String name() {
        return "authentik_stages_prompt.prompt";
    }

    @Override
    public String path() {
        return "stages/prompt/prompts";
    }

    @Override
    protected PromptRepository repository() {
        return prompts;
    }

    @Override
    protected Optional<Prompt> findByKey(String key) {
        return ObjectKey.uuid(key).flatMap(prompts::find);
    }

    @Override
    protected String keyOf(Prompt prompt) {
        return prompt.getId().toString();
    }

    @Override
    protected Document documentOf(Prompt prompt) {
        return new Document(prompt.getName(), prompt.getFieldKey(), prompt.getLabel(), prompt.getType(), prompt.isRequired(),
                prompt.getPlaceholder(), prompt.getInitialValue(), prompt.getPosition(), prompt.getSubText(), prompt.isPlaceholderExpression(),
                prompt.isInitialValueExpression());
    }

    @Override
    protected List<JsonObject> wire(Actor actor, ModelQuery query, List<Prompt> page) {
        Map<UUID, List<UUID>> asking = prompts.stagesOf(page.stream().map(Prompt::getId).toList());
        Map<UUID, JsonObject> forms = forms(asking.values().stream().flatMap(List::stream).collect(Collectors.toSet()));
        return page.stream().map(prompt -> WireObject.from(documentJson(prompt)).put("pk", prompt.getId())
                .put("prompt_stages_obj", asking.getOrDefault(prompt.getId(), List.of()).stream().map(forms::get).filter(Objects::nonNull).toList())
                .build()).toList();
    }

    private Map<UUID, JsonObject> forms(Collection<UUID> ids) {
        List<Stage> found = ids.stream().map(id -> objects.find(Stage.class, id)).flatMap(Optional::stream).toList();
        List<JsonObject> wires = stages.toWire(Family.STAGE, found);
        Map<UUID, JsonObject> forms = new HashMap<>();
        for (int i = 0; i < wires.size(); i++) {
            forms.put(found.get(i).getId(), wires.get(i));
        }
        return forms;
    }

    @Override
    protected Prompt store(Actor actor, Optional<Prompt> existing, Document document, FieldProblems problems) {
        Prompt prompt = existing.orElseGet(Prompt::new);
        prompts.findByName(document.name().strip()).filter(other -> !other.getId().equals(prompt.getId()))
                .ifPresent(other -> problems.add("name", "prompt with this name already exists."));
        check(document, problems);
        problems.refuseIfAny();
        fill(prompt, document);
        if (existing.isEmpty()) {
            prompt.setId(UUID.randomUUID());
            prompts.add(prompt);
        }
        return prompt;
    }

    /** Whether the expressions of a document are any. */
    void check(Document document, FieldProblems problems) {
        if (document.placeholderExpression()) {
            expressions.check(document.placeholder(), "placeholder", problems);
        }
        if (document.initialValueExpression()) {
            expressions.check(document.initialValue(), "initial_value", problems);
        }
    }

    static void fill(Prompt prompt, Document document) {
        prompt.setName(document.name().strip());
        prompt.setFieldKey(document.fieldKey());
        prompt.setLabel(document.label());
        prompt.setType(document.type());
        prompt.setRequired(document.required());
        prompt.setPlaceholder(document.placeholder());
        prompt.setPlaceholderExpression(document.placeholderExpression());
        prompt.setInitialValue(document.initialValue());
        prompt.setInitialValueExpression(document.initialValueExpression());
        prompt.setPosition(document.order());
        prompt.setSubText(document.subText());
    }

    @Override
    public List<UsedBy> usedBy(String key) {
        return ObjectKey.uuid(key).map(id -> references.usedBy(Prompt.class, id)).orElse(List.of());
    }
}
