package org.gatehouse.blueprint;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gatehouse.blueprint.value.BlueprintInvalid;
import org.gatehouse.blueprint.value.BlueprintScope;
import org.gatehouse.type.DocumentDiff;
import org.gatehouse.type.InvalidInput;
import org.gatehouse.type.Model;
import org.gatehouse.type.ObjectInUse;

/** One application of one blueprint: entry by entry, in the order of the file. Used once. */
final class BlueprintRun {

    private final ObjectSearch objects;
    private final EntryWrites writes;
    private final boolean diffs;
    private BlueprintScope scope;

    /** @param diffs whether the changes say what changed; that costs a read or two for each entry */
    BlueprintRun(ObjectSearch objects, EntryWrites writes, boolean diffs) {
        this.objects = objects;
        this.writes = writes;
        this.diffs = diffs;
    }

    /** @throws BlueprintInvalid naming path, entry and line; the transaction must not be committed then */
    List<EntryChange> carryOut(Blueprint blueprint, JsonObject given) {
        List<EntryChange> changes = new ArrayList<>();
        try {
            scope = new BlueprintScope(contextOf(blueprint, given), objects);
            blueprint.entries().forEach(entry -> changes.add(applyAt(entry)));
        } catch (BlueprintInvalid invalid) {
            throw invalid.in(blueprint.path());
        }
        return changes;
    }

    private JsonObject contextOf(Blueprint blueprint, JsonObject given) {
        JsonObjectBuilder context = Json.createObjectBuilder(new BlueprintScope(given, objects).fields(blueprint.context()));
        given.forEach(context::add);
        return context.build();
    }

    private EntryChange applyAt(BlueprintEntry entry) {
        try {
            return apply(entry);
        } catch (BlueprintInvalid invalid) {
            throw invalid.in("entry " + entry.number());
        } catch (InvalidInput refused) {
            throw new BlueprintInvalid(entry.model() + " refuses the values: " + refused.getMessage(), entry.line()).in("entry " + entry.number());
        } catch (ObjectInUse inUse) {
            throw new BlueprintInvalid("The object is in use.", entry.line()).in("entry " + entry.number());
        }
    }

    private EntryChange apply(BlueprintEntry entry) {
        if (!entry.conditions().stream().allMatch(scope::holds)) {
            return change(entry, JsonValue.EMPTY_JSON_OBJECT, EntryResult.PASSED_OVER, JsonValue.EMPTY_JSON_OBJECT);
        }
        Model model = objects.model(entry.model(), entry.line());
        JsonObject identifiers = scope.fields(entry.identifiers());
        ObjectSearch.requireIdentifying(model, identifiers, entry.identifiers().line());
        Optional<String> existing = ObjectSearch.find(model, identifiers);
        return switch (entry.state()) {
            case PRESENT -> existing.map(key -> update(model, key, identifiers, entry)).orElseGet(() -> create(model, identifiers, entry));
            case CREATED -> existing.map(key -> keep(model, key, identifiers, entry)).orElseGet(() -> create(model, identifiers, entry));
            case MUST_CREATED -> createNew(existing, model, identifiers, entry);
            case ABSENT -> existing.map(key -> delete(model, key, identifiers, entry))
                    .orElseGet(() -> change(entry, identifiers, EntryResult.UNCHANGED, JsonValue.EMPTY_JSON_OBJECT));
        };
    }

    private EntryChange create(Model model, JsonObject identifiers, BlueprintEntry entry) {
        JsonObjectBuilder document = Json.createObjectBuilder(identifiers).remove("pk");
        scope.fields(entry.attrs()).forEach(document::add);
        String key = writes.create(model, document.build());
        remember(model, key, entry);
        return change(entry, identifiers, EntryResult.CREATED, diff(JsonValue.EMPTY_JSON_OBJECT, model, key));
    }

    private EntryChange createNew(Optional<String> existing, Model model, JsonObject identifiers, BlueprintEntry entry) {
        if (existing.isPresent()) {
            throw new BlueprintInvalid("The object exists already.", entry.line());
        }
        return create(model, identifiers, entry);
    }

    private EntryChange update(Model model, String key, JsonObject identifiers, BlueprintEntry entry) {
        JsonObject attrs = scope.fields(entry.attrs());
        JsonObject before = model.document(key).orElse(JsonValue.EMPTY_JSON_OBJECT);
        if (before.entrySet().containsAll(attrs.entrySet())) {
            return keep(model, key, identifiers, entry);
        }
        String newKey = writes.patch(model, key, attrs);
        remember(model, newKey, entry);
        return change(entry, identifiers, EntryResult.UPDATED, diff(before, model, newKey));
    }

    private EntryChange keep(Model model, String key, JsonObject identifiers, BlueprintEntry entry) {
        remember(model, key, entry);
        return change(entry, identifiers, EntryResult.UNCHANGED, JsonValue.EMPTY_JSON_OBJECT);
    }

    private EntryChange delete(Model model, String key, JsonObject identifiers, BlueprintEntry entry) {
        JsonObject diff = diffs ? DocumentDiff.between(model.document(key).orElseThrow(), JsonValue.EMPTY_JSON_OBJECT)
                : JsonValue.EMPTY_JSON_OBJECT;
        writes.delete(model, key);
        return change(entry, identifiers, EntryResult.DELETED, diff);
    }

    private JsonObject diff(JsonObject before, Model model, String key) {
        return diffs ? DocumentDiff.between(before, model.document(key).orElse(JsonValue.EMPTY_JSON_OBJECT)) : JsonValue.EMPTY_JSON_OBJECT;
    }

    private static EntryChange change(BlueprintEntry entry, JsonObject identifiers, EntryResult result, JsonObject diff) {
        return new EntryChange(entry.number(), entry.line(), entry.model(), identifiers, result, diff);
    }

    private void remember(Model model, String key, BlueprintEntry entry) {
        entry.id().ifPresent(id -> scope.remember(id, ObjectSearch.pk(model, key)));
    }
}
