package org.gatehouse.blueprint.value;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What the tags of one blueprint know while it is applied, and how its values become JSON. Not for use by several threads. */
public final class BlueprintScope {

    private final JsonObject context;
    private final Function<String, Optional<String>> environment;
    private final ObjectFinder objects;
    private final Map<String, JsonValue> keys = new HashMap<>();

    /** Finds objects for {@code !Find}. */
    @FunctionalInterface
    public interface ObjectFinder {

        /**
         * The {@code pk} of the object with these values, as references write it; empty when there is none.
         *
         * @throws BlueprintInvalid when there is no such model, at this line
         */
        Optional<JsonValue> find(String model, JsonObject identifiers, int line);
    }

    public BlueprintScope(JsonObject context, Function<String, Optional<String>> environment, ObjectFinder objects) {
        this.context = context;
        this.environment = environment;
        this.objects = objects;
    }

    /** @throws BlueprintInvalid when a tag cannot be resolved */
    public JsonValue resolve(BlueprintValue value) {
        return value.fold(BlueprintValue.Literal::value, this::list, this::fields,
                tagged -> tagged.tag().resolve(tagged.argument(), this));
    }

    /** The same for an object. */
    public JsonObject fields(BlueprintValue.Mapping mapping) {
        JsonObjectBuilder object = Json.createObjectBuilder();
        mapping.fields().forEach((name, value) -> object.add(name, resolve(value)));
        return object.build();
    }

    /** Whether a condition counts as met: not for null, false, zero, and whatever is empty. */
    public boolean holds(BlueprintValue condition) {
        return TagArguments.holds(resolve(condition));
    }

    private JsonValue list(BlueprintValue.Sequence sequence) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        sequence.items().forEach(item -> array.add(resolve(item)));
        return array.build();
    }

    /** Notes the {@code pk} of the object of an entry, for {@code !KeyOf}. */
    public void remember(String id, JsonValue pk) {
        keys.put(id, pk);
    }

    Optional<JsonValue> keyOf(String id) {
        return Optional.ofNullable(keys.get(id));
    }

    JsonObject context() {
        return context;
    }

    Optional<String> environment(String name) {
        return environment.apply(name);
    }

    Optional<JsonValue> find(String model, JsonObject identifiers, int line) {
        return objects.find(model, identifiers, line);
    }
}
