package org.gatehouse.it.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** An API as its OpenAPI 3.0 document describes it. */
public final class PublishedApi {

    private static final int LONGEST_DOCUMENT = 16 * 1024 * 1024;
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    private final Map<String, Object> document;

    private PublishedApi(Map<String, Object> document) {
        this.document = document;
    }

    /** Reads a file in YAML. */
    public static PublishedApi read(Path file) {
        try {
            return parse(Files.readString(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static PublishedApi parse(String yaml) {
        LoadSettings settings = LoadSettings.builder().setCodePointLimit(LONGEST_DOCUMENT).build();
        return new PublishedApi(object(new Load(settings).loadFromString(yaml)));
    }

    /** The operations that carry one of the tags, in the document's order. */
    public List<Operation> operations(Set<String> tags) {
        return operations(tags, Set.of());
    }

    /** The operations that carry one of the tags or whose path begins like one of these, in the document's order. */
    public List<Operation> operations(Set<String> tags, Set<String> paths) {
        List<Operation> operations = new ArrayList<>();
        object(document.get("paths")).forEach((path, methods) -> object(methods).forEach((method, described) -> {
            if (METHODS.contains(method) && (!Collections.disjoint(list(object(described).get("tags")), tags)
                    || paths.stream().anyMatch(path::startsWith))) {
                operations.add(operation(path, method, object(described)));
            }
        }));
        return operations;
    }

    private Operation operation(String path, String method, Map<String, Object> described) {
        Map<String, Object> responses = object(described.get("responses"));
        String success = responses.keySet().stream().filter(status -> status.startsWith("2")).findFirst().orElseThrow();
        Map<String, Object> content = object(object(responses.get(success)).getOrDefault("content", Map.of()));
        Map<String, Object> body = object(content.getOrDefault("application/json", Map.of()));
        return new Operation(String.valueOf(list(described.get("tags")).get(0)), (String) described.get("operationId"), method.toUpperCase(Locale.ROOT), path, Integer.parseInt(success),
                object(body.getOrDefault("schema", Map.of())));
    }

    /** What a reference such as {@code #/components/schemas/Flow} points to. */
    Map<String, Object> resolve(String reference) {
        Object found = document;
        for (String step : reference.substring("#/".length()).split("/")) {
            found = object(found).get(step);
        }
        if (found == null) {
            throw new IllegalArgumentException("There is no " + reference + ".");
        }
        return object(found);
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> object(Object node) {
        return (Map<String, Object>) node;
    }

    static List<?> list(Object node) {
        return node == null ? List.of() : (List<?>) node;
    }
}
