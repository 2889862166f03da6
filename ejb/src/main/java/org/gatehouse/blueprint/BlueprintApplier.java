package org.gatehouse.blueprint;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gatehouse.access.Actor;
import org.gatehouse.blueprint.value.BlueprintInvalid;
import org.gatehouse.blueprint.value.BlueprintScope;
import org.gatehouse.type.FieldDescriptor;
import org.gatehouse.type.InvalidInput;
import org.gatehouse.type.ManagedModels;
import org.gatehouse.type.Model;
import org.gatehouse.type.ModelRegistry;
import org.gatehouse.type.ObjectInUse;

/**
 * Makes a blueprint true: finds each entry's object by its identifiers and makes, changes or deletes it, in the order of the file and
 * in one transaction. An object that already is as the entry says is not written.
 */
@Stateless
public class BlueprintApplier {

    private static final Actor ACTOR = Actor.ofSystem();

    @Inject
    private ModelRegistry registry;

    @Inject
    private ManagedModels models;

    /**
     * Applies a blueprint.
     *
     * @param context values for {@code !Context}; they win over those of the blueprint
     * @return what became of each entry, in order
     * @throws BlueprintInvalid naming path, entry and line; nothing has been changed then
     */
    public List<EntryResult> apply(Blueprint blueprint, JsonObject context) {
        List<EntryResult> results = new ArrayList<>();
        try {
            BlueprintScope scope = scope(contextOf(blueprint, context));
            blueprint.entries().forEach(entry -> results.add(applyAt(entry, scope)));
        } catch (BlueprintInvalid invalid) {
            throw invalid.in(blueprint.path());
        }
        return results;
    }

    private JsonObject contextOf(Blueprint blueprint, JsonObject given) {
        JsonObjectBuilder context = Json.createObjectBuilder(scope(given).fields(blueprint.context()));
        given.forEach(context::add);
        return context.build();
    }

    private BlueprintScope scope(JsonObject context) {
        return new BlueprintScope(context, name -> Optional.ofNullable(System.getenv(name)), this::findPk);
    }

    private EntryResult applyAt(BlueprintEntry entry, BlueprintScope scope) {
        try {
            return apply(entry, scope);
        } catch (BlueprintInvalid invalid) {
            throw invalid.in("entry " + entry.number());
        } catch (InvalidInput refused) {
            throw new BlueprintInvalid(entry.model() + " refuses the values: " + refused.getMessage(), entry.line()).in("entry " + entry.number());
        } catch (ObjectInUse inUse) {
            throw new BlueprintInvalid("The object is in use.", entry.line()).in("entry " + entry.number());
        }
    }

    private EntryResult apply(BlueprintEntry entry, BlueprintScope scope) {
        if (!entry.conditions().stream().allMatch(scope::holds)) {
            return EntryResult.PASSED_OVER;
        }
        Model model = model(entry.model(), entry.line());
        JsonObject identifiers = scope.fields(entry.identifiers());
        requireIdentifying(model, identifiers, entry.identifiers().line());
        Optional<String> existing = find(model, identifiers);
        return switch (entry.state()) {
            case PRESENT -> existing.map(key -> update(model, key, entry, scope)).orElseGet(() -> create(model, identifiers, entry, scope));
            case CREATED -> existing.map(key -> keep(model, key, entry, scope)).orElseGet(() -> create(model, identifiers, entry, scope));
            case MUST_CREATED -> createNew(existing, model, identifiers, entry, scope);
            case ABSENT -> existing.map(key -> delete(model, key)).orElse(EntryResult.UNCHANGED);
        };
    }

    private EntryResult create(Model model, JsonObject identifiers, BlueprintEntry entry, BlueprintScope scope) {
        JsonObjectBuilder document = Json.createObjectBuilder(identifiers).remove("pk");
        scope.fields(entry.attrs()).forEach(document::add);
        remember(model, models.create(ACTOR, model, document.build()), entry, scope);
        return EntryResult.CREATED;
    }

    private EntryResult createNew(Optional<String> existing, Model model, JsonObject identifiers, BlueprintEntry entry, BlueprintScope scope) {
        if (existing.isPresent()) {
            throw new BlueprintInvalid("The object exists already.", entry.line());
        }
        return create(model, identifiers, entry, scope);
    }

    private EntryResult update(Model model, String key, BlueprintEntry entry, BlueprintScope scope) {
        JsonObject attrs = scope.fields(entry.attrs());
        JsonObject before = model.document(key).orElse(JsonValue.EMPTY_JSON_OBJECT);
        if (before.entrySet().containsAll(attrs.entrySet())) {
            return keep(model, key, entry, scope);
        }
        remember(model, models.patch(ACTOR, model, key, attrs), entry, scope);
        return EntryResult.UPDATED;
    }

    private EntryResult keep(Model model, String key, BlueprintEntry entry, BlueprintScope scope) {
        remember(model, key, entry, scope);
        return EntryResult.UNCHANGED;
    }

    private EntryResult delete(Model model, String key) {
        models.delete(ACTOR, model, key);
        return EntryResult.DELETED;
    }

    private void remember(Model model, String key, BlueprintEntry entry, BlueprintScope scope) {
        entry.id().ifPresent(id -> scope.remember(id, pk(model, key)));
    }

    // Finding

    private Model model(String name, int line) {
        return registry.findByName(name).orElseThrow(() -> new BlueprintInvalid("There is no model " + name + ".", line));
    }

    private Optional<JsonValue> findPk(String modelName, JsonObject identifiers, int line) {
        Model model = model(modelName, line);
        requireIdentifying(model, identifiers, line);
        return find(model, identifiers).map(key -> pk(model, key));
    }

    /** By {@code pk} if that is given and finds something, else by the other identifiers. */
    private static Optional<String> find(Model model, JsonObject identifiers) {
        JsonObject others = Json.createObjectBuilder(identifiers).remove("pk").build();
        Optional<String> byPk = Optional.ofNullable(identifiers.get("pk"))
                .flatMap(pk -> model.find(Json.createObjectBuilder().add("pk", pk).build()));
        return byPk.isPresent() || others.isEmpty() ? byPk : model.find(others);
    }

    /** A field that the model does not know, or one without a value, would find an object that nobody meant. */
    private static void requireIdentifying(Model model, JsonObject identifiers, int line) {
        identifiers.forEach((name, value) -> {
            boolean known = name.equals("pk") || name.equals(model.keyField()) || model.filters().contains(name)
                    || model.fields().stream().map(FieldDescriptor::wireName).anyMatch(name::equals);
            if (!known) {
                throw new BlueprintInvalid(model.name() + " has no field " + name + ".", line);
            }
            if (value == JsonValue.NULL || value instanceof JsonString text && text.getString().isEmpty()) {
                throw new BlueprintInvalid("The identifier " + name + " has no value.", line);
            }
        });
    }

    /** What references to the object are written with: its {@code pk}, also where paths use a slug. */
    private JsonValue pk(Model model, String key) {
        JsonObject wire = models.read(ACTOR, model, key);
        return wire.getOrDefault("pk", Json.createValue(key));
    }
}
