package org.gatehouse.blueprint;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.access.AccessDenied;
import org.gatehouse.access.Actor;
import org.gatehouse.blueprint.value.BlueprintInvalid;
import org.gatehouse.model.blueprint.BlueprintInstance;
import org.gatehouse.model.blueprint.BlueprintInstanceRepository;
import org.gatehouse.type.Default;
import org.gatehouse.type.EntityModel;
import org.gatehouse.type.FieldProblems;
import org.gatehouse.type.ModelQuery;
import org.gatehouse.type.Multiline;
import org.gatehouse.type.ObjectKey;
import org.gatehouse.type.WireObject;

/** Which blueprints this installation applies: a file by its path, or a text of its own. */
@ApplicationScoped
public class BlueprintModel extends EntityModel<BlueprintInstance, BlueprintModel.Document> {

    /** The writable fields; exactly one of path and content is given. */
    public record Document(
            @NotBlank @Size(max = 200) String name,
            @Default("") @Size(max = 1000) String path,
            @Default("{}") JsonObject context,
            @Default("true") boolean enabled,
            @Default("") @Multiline @Size(max = 1 << 20) String content) {
    }

    @Inject
    private BlueprintInstanceRepository instances;

    @Inject
    private BlueprintLibrary library;

    @Inject
    private BlueprintReader blueprints;

    @Inject
    private Clock clock;

    public BlueprintModel() {
        super(Document.class, BlueprintInstanceRepository.COLUMNS);
    }

    @Override
    public String name() {
        return "authentik_blueprints.blueprintinstance";
    }

    @Override
    public String path() {
        return "managed/blueprints";
    }

    @Override
    protected BlueprintInstanceRepository repository() {
        return instances;
    }

    @Override
    protected Optional<BlueprintInstance> findByKey(String key) {
        return ObjectKey.uuid(key).flatMap(instances::find);
    }

    @Override
    protected String keyOf(BlueprintInstance instance) {
        return instance.getId().toString();
    }

    @Override
    protected Document documentOf(BlueprintInstance instance) {
        return new Document(instance.getName(), instance.getPath(), instance.getContext(), instance.isEnabled(), instance.getContent());
    }

    @Override
    protected List<JsonObject> wire(Actor actor, ModelQuery query, List<BlueprintInstance> page) {
        return page.stream().map(this::wire).toList();
    }

    private JsonObject wire(BlueprintInstance instance) {
        Optional<Blueprint> read = read(instance);
        JsonArrayBuilder models = Json.createArrayBuilder();
        read.stream().flatMap(blueprint -> blueprint.entries().stream()).map(BlueprintEntry::model).distinct().forEach(models::add);
        return WireObject.from(documentJson(instance))
                .put("pk", instance.getId())
                .put("last_applied", instance.getLastApplied())
                .put("last_applied_hash", instance.getLastAppliedHash())
                .put("status", instance.getStatus())
                .put("managed_models", models.build())
                .put("metadata", metadata(read.map(Blueprint::name).orElse(instance.getName()), read.map(Blueprint::labels).orElse(Map.of())))
                .build();
    }

    /** A blueprint's name and labels as the API shows them. */
    static JsonObject metadata(String name, Map<String, String> labels) {
        JsonObjectBuilder all = Json.createObjectBuilder();
        labels.forEach(all::add);
        return Json.createObjectBuilder().add("name", name).add("labels", all).build();
    }

    private Optional<Blueprint> read(BlueprintInstance instance) {
        try {
            return Optional.of(read(instance.getName(), instance.getPath(), instance.getContent()));
        } catch (BlueprintInvalid gone) {
            return Optional.empty();
        }
    }

    private Blueprint read(String name, String path, String content) {
        return content.isEmpty() ? library.read(path) : blueprints.read(name, content);
    }

    @Override
    protected BlueprintInstance store(Actor actor, Optional<BlueprintInstance> existing, Document document, FieldProblems problems) {
        if (!actor.superuser()) {
            // The product applies instances by itself, with every right.
            throw new AccessDenied("Only superusers can write blueprint instances.");
        }
        refuseTakenName(existing, document, problems);
        checkBlueprint(document, problems);
        problems.refuseIfAny();
        BlueprintInstance instance = existing.orElseGet(this::newInstance);
        instance.setName(document.name().strip());
        instance.setPath(document.path());
        instance.setContext(document.context());
        instance.setEnabled(document.enabled());
        instance.setContent(document.content());
        return existing.isPresent() ? instance : instances.add(instance);
    }

    private void refuseTakenName(Optional<BlueprintInstance> existing, Document document, FieldProblems problems) {
        UUID own = existing.map(BlueprintInstance::getId).orElse(null);
        instances.findByName(document.name().strip()).filter(other -> !other.getId().equals(own))
                .ifPresent(other -> problems.add("name", "This name is taken."));
    }

    private void checkBlueprint(Document document, FieldProblems problems) {
        if (document.path().isEmpty() == document.content().isEmpty()) {
            problems.add(FieldProblems.GENERAL, "Either a path or a content must be given.");
            return;
        }
        if (document.path().startsWith("oci://")) {
            problems.add("path", "Blueprints from registries are not supported.");
            return;
        }
        try {
            read(document.name(), document.path(), document.content());
        } catch (BlueprintInvalid broken) {
            problems.add(document.content().isEmpty() ? "path" : "content", broken.getMessage());
        }
    }

    private BlueprintInstance newInstance() {
        BlueprintInstance instance = new BlueprintInstance();
        instance.setId(UUID.randomUUID());
        instance.setLastApplied(clock.instant());
        return instance;
    }
}
