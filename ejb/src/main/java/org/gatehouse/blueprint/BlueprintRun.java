package org.gatehouse.blueprint;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One application of a blueprint: its context, the objects it has met so far, and the resolution of values. */
final class BlueprintRun {

    private final Blueprint blueprint;
    private final Map<String, BlueprintTag> tags;
    private final JsonObject given;
    private final Map<String, JsonValue> keys = new HashMap<>();
    private int depth;

    /**
     * @param tags by name
     * @param given context values that come before the document's own
     */
    BlueprintRun(Blueprint blueprint, Map<String, BlueprintTag> tags, JsonObject given) {
        this.blueprint = blueprint;
        this.tags = tags;
        this.given = given;
    }

    /** The value with every tag in it resolved. */
    JsonValue resolve(BlueprintValue value) {
        return value.fold(BlueprintValue.Scalar::value, this::resolveSequence, this::resolve, this::resolveTagged);
    }

    JsonObject resolve(BlueprintValue.Mapping mapping) {
        JsonObjectBuilder object = Json.createObjectBuilder();
        mapping.fields().forEach((key, value) -> object.add(key, resolve(value)));
        return object.build();
    }

    private JsonValue resolveSequence(BlueprintValue.Sequence sequence) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        sequence.items().forEach(item -> array.add(resolve(item)));
        return array.build();
    }

    private JsonValue resolveTagged(BlueprintValue.Tagged tagged) {
        BlueprintTag tag = tags.get(tagged.tag());
        if (tag == null) {
            throw invalid(tagged, "the tag is not known");
        }
        // A context value may itself be tagged; one that leads back to itself must not run forever.
        if (++depth > 100) {
            throw invalid(tagged, "the value refers to itself");
        }
        try {
            return tag.resolve(tagged, this);
        } finally {
            depth--;
        }
    }

    /** The arguments of a tag that takes a list of at least {@code least}. */
    List<BlueprintValue> arguments(BlueprintValue.Tagged tagged, int least) {
        List<BlueprintValue> items = tagged.argument().items();
        if (items.size() < least) {
            throw invalid(tagged, "the tag needs " + least + " values");
        }
        return items;
    }

    String text(BlueprintValue value) {
        return BlueprintText.of(resolve(value));
    }

    /** A context value: given from outside, else the document's. */
    Optional<JsonValue> context(String key) {
        return Optional.ofNullable(given.get(key)).or(() -> Optional.ofNullable(blueprint.context().get(key)).map(this::resolve));
    }

    void remember(String id, JsonValue key) {
        keys.put(id, key);
    }

    Optional<JsonValue> keyOf(String id) {
        return Optional.ofNullable(keys.get(id));
    }

    BlueprintInvalid invalid(BlueprintValue.Tagged tagged, String problem) {
        return new BlueprintInvalid(blueprint.name() + ", line " + tagged.line() + ": !" + tagged.tag() + ": " + problem);
    }
}
