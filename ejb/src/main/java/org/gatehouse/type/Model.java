package org.gatehouse.type;

import jakarta.json.JsonObject;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.access.Actor;

/**
 * One kind of thing that administrators manage: users, flows, bindings, and every configured object type. The REST API, the
 * console's forms and blueprints all work through this interface and {@link ManagedModels}; none of them knows any kind by
 * name. Implementations are application-scoped beans (or, for configured objects, one per type) and hold the rules of their
 * kind; permissions, validation, audit and change notification are in {@link ManagedModels}, so they cannot be forgotten.
 */
public interface Model {

    /** The name blueprints and events use, such as {@code authentik_flows.flow}. */
    String name();

    /** Where the API offers it, below {@code /api/v3}: {@code flows/instances}. */
    String path();

    /** The field that addresses one object in a path: {@code pk}, {@code slug} or {@code identifier}. */
    default String keyField() {
        return "pk";
    }

    /**
     * The {@code pk} of the object with this key, under which rights for single objects are kept.
     *
     * @return empty when the key names nothing
     */
    default Optional<String> rightsKey(String key) {
        return Optional.of(ObjectKey.canonical(key));
    }

    /** Whether lists can be narrowed to single objects; where they cannot, only a right for all objects opens them. */
    default boolean isNarrowable() {
        return false;
    }

    /** What can be written. */
    List<FieldDescriptor> fields();

    /** What the form of a new object begins with, in wire form; everything else begins with its default. */
    default JsonObject suggestion() {
        return JsonObject.EMPTY_JSON_OBJECT;
    }

    /** One page of objects in their full wire form. */
    ModelPage list(Actor actor, ModelQuery query);

    /** The full wire form of one object, read-only fields included, secrets left out; empty when there is none. */
    Optional<JsonObject> read(Actor actor, String key);

    /** The writable fields of one object in wire form, secrets left out: what PATCH merges into and the audit compares. */
    Optional<JsonObject> document(String key);

    /** The key of the object that all of these field values identify, or empty. Blueprints find objects with it. */
    Optional<String> find(JsonObject identifiers);

    /**
     * Stores a new object (no key) or all writable fields of an existing one, and returns its key. A secret that is left out
     * stays as it is.
     *
     * @throws InvalidInput with every problem by field
     */
    String save(Actor actor, Optional<String> key, JsonObject document);

    /**
     * Deletes the object.
     *
     * @throws ObjectInUse when something still refers to it
     */
    void delete(Actor actor, String key);

    /** What refers to the object; empty when nothing does. */
    default List<UsedBy> usedBy(String key) {
        return List.of();
    }

    /** Whether the actor may see this one object although it manages nothing: its own user, its own token. */
    default boolean isOwn(Actor actor, String key) {
        return false;
    }

    /**
     * The part of a list that an actor who manages nothing may see.
     *
     * @return the query, narrowed to what is the actor's own; empty when only managers list such objects
     */
    default Optional<ModelQuery> ownPart(Actor actor, ModelQuery query) {
        return Optional.empty();
    }

    /** What an actor who manages nothing can do with what is its own, beside reading it. */
    default Set<Operation> ownOperations() {
        return EnumSet.noneOf(Operation.class);
    }

    /** The names that lists can be filtered by. */
    default List<String> filters() {
        return List.of();
    }

    /** What can be done with such objects beside reading them. */
    default Set<Operation> operations() {
        return EnumSet.allOf(Operation.class);
    }

    /** Ways to change objects. */
    enum Operation {
        CREATE,
        UPDATE,
        DELETE
    }
}
