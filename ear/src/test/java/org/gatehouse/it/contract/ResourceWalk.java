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

    /** What objects are addressed by where it is not {@code pk}. */
    private static final Map<String, String> KEYS = Map.of("/flows/instances/", "slug", "/providers/oauth2-dcr/", "pbm_uuid");

    private final Walk walk;
    private final ApiClient api;
    private final Samples samples;
    private final Map<String, Supplier<String>> found;
    private final Map<String, String> later;
    private final Set<String> components = new TreeSet<>();

    /**
     * Starts a walk.
     *
     * @param found where the key of an object comes from, by collection, for those in which a client makes none
     * @param later why a collection may be missing, by the beginning of its path
     */
    public ResourceWalk(Walk walk, ApiClient api, Samples samples, Map<String, Supplier<String>> found, Map<String, String> later) {
        this.walk = walk;
        this.api = api;
        this.samples = samples;
        this.found = found;
        this.later = later;
    }

    /** The components of the objects that were made: what kinds they are of. */
    public Set<String> components() {
        return components;
    }

    /** Walks all operations on a collection and its objects. */
    public void walk(String base) {
        List<Operation> all = walk.operations().stream().filter(operation -> operation.base().equals(base)).toList();
        if (api.send("GET", base, "").statusCode() == 404) {
            leaveOut(base, all);
            return;
        }
        Optional<String> key = object(base, all);
        on(all, "GET", "", false).ifPresent(list -> walk.call(list, "", ALL, ""));
        if (key.isEmpty()) {
            all.stream().filter(Operation::onObject).forEach(operation -> walk.problem(operation, "was not called: there is no object"));
            return;
        }
        useAndDelete(base, all, key.get());
    }

    private void leaveOut(String base, List<Operation> all) {
        Optional<String> reason = later.entrySet().stream().filter(known -> base.startsWith(known.getKey())).map(Map.Entry::getValue).findFirst();
        reason.ifPresentOrElse(why -> walk.skip(all, why), () -> all.forEach(operation -> walk.problem(operation, "is not there")));
    }

    private Optional<String> object(String base, List<Operation> all) {
        Optional<Operation> create = on(all, "POST", "", false);
        if (create.isEmpty()) {
            return Optional.ofNullable(found.get(base)).map(Supplier::get);
        }
        return walk.call(create.get(), "", "", samples.least(base).toString()).map(made -> keyOf(base, made.asJsonObject()));
    }

    private String keyOf(String base, JsonObject made) {
        if (made.containsKey("component")) {
            components.add(made.getString("component"));
        }
        JsonValue key = made.get(KEYS.getOrDefault(base, "pk"));
        return key instanceof JsonString text ? text.getString() : key.toString();
    }

    private void useAndDelete(String base, List<Operation> all, String made) {
        on(all, "GET", "", true).ifPresent(read -> walk.call(read, made, "", ""));
        String key = on(all, "PUT", "", true).flatMap(replace -> walk.call(replace, made, "", samples.most(base).toString()))
                .map(replaced -> keyOf(base, replaced.asJsonObject())).orElse(made);
        on(all, "GET", "", true).ifPresent(read -> walk.call(read, key, "", ""));
        on(all, "GET", "", false).ifPresent(list -> walk.call(list, "", ALL, ""));
        on(all, "PATCH", "", true).ifPresent(change -> {
            walk.call(change, key, "", "{}");
            walk.call(change, key, "", samples.other(base).toString());
        });
        all.stream().filter(operation -> !operation.action().isEmpty())
                .forEach(operation -> walk.call(operation, key, "", samples.action(base, operation.action())));
        on(all, "DELETE", "", true).ifPresent(delete -> walk.call(delete, key, "", ""));
    }

    private static Optional<Operation> on(List<Operation> all, String method, String action, boolean object) {
        return all.stream().filter(operation -> operation.method().equals(method) && operation.action().equals(action) && operation.onObject() == object)
                .findFirst();
    }
}
