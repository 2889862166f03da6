package org.gatehouse.blueprint.value;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What the tags of one blueprint know while it is applied, and how its values become JSON. Not for use by several threads. */
public final class BlueprintScope {

    /** Turns of all {@code !Enumerate} of a blueprint: inside of each other they would multiply a small file. */
    private static final int MOST_TURNS = 20_000;

    /** Characters of the texts that tags make or read: a small file could fill the memory with copies of one long text. */
    private static final long MOST_CHARACTERS = 16L << 20;

    private final JsonObject context;
    private final BlueprintOutside outside;
    private final Map<String, JsonValue> keys = new HashMap<>();
    private final Deque<Turn> turns = new ArrayDeque<>();
    private int turnsTaken;
    private long characters;

    /** Where an {@code !Enumerate} is, and what is there. */
    record Turn(JsonValue index, JsonValue value) {
    }

    public BlueprintScope(JsonObject context, BlueprintOutside outside) {
        this.context = context;
        this.outside = outside;
    }

    /** @throws BlueprintInvalid when a tag cannot be resolved */
    public JsonValue resolve(BlueprintValue value) {
        return value.fold(BlueprintValue.Literal::value, this::list, this::fields,
                tagged -> counted(tagged.tag().resolve(tagged.argument(), this), tagged.line()));
    }

    private JsonValue counted(JsonValue value, int line) {
        if (value instanceof JsonString text) {
            counted(text.getString(), line);
        }
        return value;
    }

    /**
     * The text, when all that tags have made so far is not too much.
     *
     * @throws BlueprintInvalid when it is
     */
    String counted(String text, int line) {
        characters += text.length();
        if (characters > MOST_CHARACTERS) {
            throw new BlueprintInvalid("The tags of the blueprint make too much text.", line);
        }
        return text;
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

    /** What the body of an {@code !Enumerate} is in one turn. */
    JsonValue within(Turn turn, int line, Supplier<JsonValue> body) {
        if (++turnsTaken > MOST_TURNS) {
            throw new BlueprintInvalid("!Enumerate makes too many values.", line);
        }
        turns.push(turn);
        try {
            return body.get();
        } finally {
            turns.pop();
        }
    }

    /** The turn of the innermost {@code !Enumerate} (0) or one around it. */
    Optional<Turn> turn(int depth) {
        return turns.stream().skip(depth).findFirst();
    }

    Optional<JsonValue> keyOf(String id) {
        return Optional.ofNullable(keys.get(id));
    }

    JsonObject context() {
        return context;
    }

    BlueprintOutside outside() {
        return outside;
    }
}
