package org.gatehouse.blueprint;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Optional;
import org.gatehouse.access.Actor;
import org.gatehouse.blueprint.value.BlueprintInvalid;
import org.gatehouse.blueprint.value.BlueprintOutside;
import org.gatehouse.type.FieldDescriptor;
import org.gatehouse.type.Model;
import org.gatehouse.type.ModelRegistry;

/**
 * Finds the objects that blueprints mean, and what else tags ask for.
 *
 * @param readable whose objects may be read out into others; for {@link Readable#EVERYTHING} the node's files and environment as well
 */
record ObjectSearch(ModelRegistry registry, BlueprintSurroundings surroundings, Readable readable) implements BlueprintOutside {

    /** What the one for whom a blueprint is applied may read. */
    @FunctionalInterface
    interface Readable {

        /** For the product and superusers. */
        Readable EVERYTHING = (model, key) -> true;

        /** Whether this object may be read. */
        boolean permits(Model model, String key);
    }

    ObjectSearch(ModelRegistry registry, BlueprintSurroundings surroundings) {
        this(registry, surroundings, Readable.EVERYTHING);
    }

    /** @throws BlueprintInvalid when there is no such model */
    Model model(String name, int line) {
        return registry.findByName(name).orElseThrow(() -> new BlueprintInvalid("There is no model " + name + ".", line));
    }

    @Override
    public Optional<JsonValue> pk(String model, JsonObject identifiers, int line) {
        return key(model, identifiers, line).map(key -> pk(model(model, line), key));
    }

    @Override
    public Optional<JsonObject> object(String model, JsonObject identifiers, int line) {
        return key(model, identifiers, line).filter(key -> readable.permits(model(model, line), key))
                .flatMap(key -> model(model, line).read(Actor.ofSystem(), key));
    }

    @Override
    public Optional<String> environment(String name) {
        requireSurroundings();
        return surroundings.environment(name);
    }

    @Override
    public Optional<String> file(String path) {
        requireSurroundings();
        return surroundings.file(path);
    }

    private void requireSurroundings() {
        if (readable != Readable.EVERYTHING) {
            throw new IllegalArgumentException("reads files and the environment for superusers only.");
        }
    }

    private Optional<String> key(String name, JsonObject identifiers, int line) {
        Model model = model(name, line);
        requireIdentifying(model, identifiers, line);
        return find(model, identifiers);
    }

    /** By {@code pk} if that is given and finds something, else by the other identifiers. */
    static Optional<String> find(Model model, JsonObject identifiers) {
        JsonObject others = Json.createObjectBuilder(identifiers).remove("pk").build();
        Optional<String> byPk = Optional.ofNullable(identifiers.get("pk"))
                .flatMap(pk -> model.find(Json.createObjectBuilder().add("pk", pk).build()));
        return byPk.isPresent() || others.isEmpty() ? byPk : model.find(others);
    }

    /** A field that the model does not know, or one without a value, would find an object that nobody meant. */
    static void requireIdentifying(Model model, JsonObject identifiers, int line) {
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
    static JsonValue pk(Model model, String key) {
        return model.read(Actor.ofSystem(), key).map(wire -> wire.get("pk")).orElseGet(() -> Json.createValue(key));
    }
}
