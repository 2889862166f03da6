package org.gatehouse.web.api.schema;

import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gatehouse.type.WireObject;

/**
 * The operations that are no model's, read from the annotations of their JAX-RS methods, so that one that is added is described without
 * anybody thinking of it. What a body is made of is not known here: such bodies are described as objects or values with any content.
 */
final class SpecialPaths {

    /** What a path is made of that stands for every managed model; {@link ModelPaths} describes those. */
    private static final String ANY_MODEL = "{path: .+}";

    private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");
    private static final List<String> PAGING = List.of("ordering", "page", "page_size", "search");

    private SpecialPaths() {
    }

    /** By path, then by method in lower case. */
    static Map<String, Map<String, JsonObject>> of(Collection<Class<?>> resources) {
        Map<String, Map<String, JsonObject>> paths = new TreeMap<>();
        resources.stream().sorted(Comparator.comparing(Class::getName)).flatMap(resource -> Arrays.stream(resource.getDeclaredMethods()))
                .sorted(Comparator.comparing(Method::getName)).forEach(method -> httpMethod(method).ifPresent(verb -> templates(method)
                        .forEach(path -> paths.computeIfAbsent(path, any -> new TreeMap<>()).put(verb, operation(method, verb, path)))));
        return paths;
    }

    static Optional<String> httpMethod(Method method) {
        return Arrays.stream(method.getAnnotations()).map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(verb -> verb != null).map(verb -> verb.value().toLowerCase(Locale.ROOT)).findFirst();
    }

    static List<String> templates(Method method) {
        Path of = method.getDeclaringClass().getAnnotation(Path.class);
        Path own = method.getAnnotation(Path.class);
        String template = (of == null ? "" : of.value()) + "/" + (own == null ? "" : own.value());
        return template.contains(ANY_MODEL) ? List.of() : PathTemplate.expand(template);
    }

    private static JsonObject operation(Method method, String verb, String path) {
        WireObject operation = WireObject.empty()
                .put("operationId", id(path, verb))
                .put("tags", List.of(path.split("/")[1]))
                .put("parameters", parameters(method, path));
        Optional.ofNullable(method.getAnnotation(Consumes.class)).filter(body -> takesBody(method))
                .ifPresent(body -> operation.put("requestBody", WireObject.empty().put("content", content(body.value()[0])).build()));
        boolean empty = method.getReturnType() == void.class;
        WireObject success = WireObject.empty().put("description", "");
        return operation.put("responses", WireObject.empty()
                .put(empty ? "204" : "200", (empty ? success : success.put("content", content(MediaType.APPLICATION_JSON))).build())
                .put("400", failure("ValidationError")).put("403", failure("GenericError")).build()).build();
    }

    /** A body that is not read is none: what consumes a stream, parts or text has one. */
    private static boolean takesBody(Method method) {
        return Arrays.stream(method.getParameters()).anyMatch(parameter -> parameter.getAnnotations().length == 0);
    }

    private static String id(String path, String verb) {
        String words = Stream.of(path.split("/")).filter(part -> !part.isEmpty() && !part.startsWith("{")).reduce((one, next) -> one + "_" + next)
                .orElse("root").replace('-', '_');
        Map<String, String> endings = Map.of("get", path.endsWith("}/") ? "retrieve" : "list", "post", "create", "put", "update", "patch",
                "partial_update", "delete", "destroy");
        return words + "_" + endings.getOrDefault(verb, verb);
    }

    private static List<JsonObject> parameters(Method method, String path) {
        List<JsonObject> parameters = new ArrayList<>();
        Matcher inPath = PARAMETER.matcher(path);
        while (inPath.find()) {
            parameters.add(parameter("path", inPath.group(1), true));
        }
        boolean paged = false;
        for (Parameter parameter : method.getParameters()) {
            QueryParam query = parameter.getAnnotation(QueryParam.class);
            paged |= parameter.getType() == UriInfo.class;
            if (query != null && !parameter.isAnnotationPresent(PathParam.class)) {
                parameters.add(parameter("query", query.value(), false));
            }
        }
        if (paged) {
            PAGING.forEach(name -> parameters.add(parameter("query", name, false)));
        }
        return parameters;
    }

    private static JsonObject parameter(String in, String name, boolean required) {
        return WireObject.empty().put("in", in).put("name", name).put("required", required)
                .put("schema", WireObject.empty().put("type", "string").build()).build();
    }

    private static JsonObject content(String type) {
        JsonObject schema = type.startsWith("multipart/") ? WireObject.empty().put("type", "object").put("additionalProperties", true).build()
                : WireObject.empty().build();
        return WireObject.empty().put(type, WireObject.empty().put("schema", schema).build()).build();
    }

    private static JsonObject failure(String schema) {
        return WireObject.empty().put("description", "").put("content", WireObject.empty().put("application/json",
                WireObject.empty().put("schema", OpenApiDocument.reference(schema)).build()).build()).build();
    }
}
