package org.gatehouse.it.contract;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.gatehouse.it.ApiClient;

/**
 * Takes an object of each kind through its life: made with the least that can be sent, listed, read, replaced with all that can be
 * sent, changed in part, its actions, what uses it, and deleted.
 */
public final class ResourceWalk {

    private static final String ALL = "?page_size=100&ordering=name&search=";

    private final Walk walk;
    private final ApiClient api;
    private final Samples samples;
    private final Map<String, Supplier<String>> found;
    private final Set<String> components = new TreeSet<>();

    /**
     * Starts a walk.
     *
     * @param found where the key of an object comes from, by collection, for those in which a client makes none
     */
    public ResourceWalk(Walk walk, ApiClient api, Samples samples, Map<String, Supplier<String>> found) {
        this.walk = walk;
        this.api = api;
        this.samples = samples;
        this.found = found;
    }

    /** The components of the objects that were made: what kinds they are of. */
    public Set<String> components() {
        return components;
    }

    /** Walks all operations on a collection and its objects that were not called yet. */
    public void walk(String base) {
        List<Operation> all = walk.operations().stream().filter(operation -> operation.base().equals(base) && !walk.isDone(operation)).toList();
        if (api.send("GET", base + samples.query(base), "").statusCode() == 404) {
            all.forEach(operation -> walk.problem(operation, "is not there"));
            return;
        }
        Optional<String> key = object(base, all);
        on(all, "GET", "", false).ifPresent(list -> list(list, base));
        on(all, "PUT", "", false).ifPresent(replace -> walk.call(replace, "", "", samples.most(base).toString()));
        on(all, "PATCH", "", false).ifPresent(change -> walk.call(change, "", "", samples.other(base).toString()));
        if (key.isEmpty()) {
            all.stream().filter(Operation::onObject).forEach(operation -> walk.problem(operation, "was not called: there is no object"));
            return;
        }
        useAndDelete(base, all, key.get());
    }

    private void list(Operation list, String base) {
        walk.call(list, "", samples.query(base).isEmpty() ? ALL : samples.query(base), "");
    }

    private Optional<String> object(String base, List<Operation> all) {
        Optional<Operation> create = on(all, "POST", "", false);
        if (create.isEmpty() || found.containsKey(base)) {
            create.ifPresent(make -> walk.call(make, "", "", samples.least(base).toString()));
            return find(base, all);
        }
        Optional<JsonValue> made = walk.call(create.get(), "", "", samples.least(base).toString());
        return all.stream().filter(Operation::onObject).findFirst()
                .flatMap(one -> made.map(object -> keyOf(one.parameter(), object.asJsonObject())));
    }

    private Optional<String> find(String base, List<Operation> all) {
        try {
            return Optional.ofNullable(found.get(base)).map(Supplier::get);
        } catch (RuntimeException | AssertionError none) {
            all.stream().filter(Operation::onObject).forEach(operation -> walk.problem(operation, "has no object: " + none));
            return Optional.empty();
        }
    }

    /** Objects are addressed by the field that the path names, or else by {@code pk}. */
    private String keyOf(String parameter, JsonObject made) {
        if (made.containsKey("component")) {
            components.add(made.getString("component"));
        }
        JsonValue key = made.containsKey(parameter) ? made.get(parameter) : made.get("pk");
        return key instanceof JsonString text ? text.getString() : String.valueOf(key);
    }

    private void useAndDelete(String base, List<Operation> all, String made) {
        on(all, "GET", "", true).ifPresent(read -> walk.call(read, made, "", ""));
        String key = on(all, "PUT", "", true).flatMap(replace -> walk.call(replace, made, "", samples.most(base).toString())
                .map(replaced -> keyOf(replace.parameter(), replaced.asJsonObject()))).orElse(made);
        on(all, "GET", "", true).ifPresent(read -> walk.call(read, key, "", ""));
        on(all, "GET", "", false).ifPresent(list -> list(list, base));
        on(all, "PATCH", "", true).ifPresent(change -> {
            walk.call(change, key, "", "{}");
            walk.call(change, key, "", samples.other(base).toString());
        });
        all.stream().filter(operation -> !operation.action().isEmpty())
                .forEach(operation -> walk.call(operation, key, "", samples.action(base + "*/" + operation.action())));
        on(all, "DELETE", "", true).ifPresent(delete -> walk.call(delete, key, "", ""));
    }

    private static Optional<Operation> on(List<Operation> all, String method, String action, boolean object) {
        return all.stream().filter(operation -> operation.method().equals(method) && operation.action().equals(action) && operation.onObject() == object)
                .findFirst();
    }
}
