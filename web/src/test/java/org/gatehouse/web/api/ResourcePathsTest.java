package org.gatehouse.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ResourcePathsTest {

    @Test
    void noTwoMethodsAnswerTheSameRequest() throws IOException, URISyntaxException {
        Map<String, List<String>> methods = new TreeMap<>();
        for (Class<?> resource : resources()) {
            for (Method method : resource.getDeclaredMethods()) {
                verb(method).ifPresent(verb -> methods.computeIfAbsent(verb + " " + path(resource, method) + body(resource, method), first -> new ArrayList<>())
                        .add(resource.getSimpleName() + "." + method.getName()));
            }
        }

        assertThat(methods).hasSizeGreaterThan(20);
        assertThat(methods).allSatisfy((request, answering) -> assertThat(answering).as(request).hasSize(1));
    }

    private static List<Class<?>> resources() throws IOException, URISyntaxException {
        java.nio.file.Path root = java.nio.file.Path.of(RestApplication.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        try (Stream<java.nio.file.Path> files = Files.walk(root.resolve("org/gatehouse/web"))) {
            return files.map(file -> root.relativize(file).toString()).filter(name -> name.endsWith("Resource.class"))
                    .<Class<?>>map(name -> named(name.substring(0, name.length() - ".class".length()).replace('/', '.')))
                    .filter(type -> type.isAnnotationPresent(Path.class)).toList();
        }
    }

    private static Class<?> named(String name) {
        try {
            return Class.forName(name, false, ResourcePathsTest.class.getClassLoader());
        } catch (ClassNotFoundException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Optional<String> verb(Method method) {
        return Stream.of(method.getAnnotations()).map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(Objects::nonNull).map(HttpMethod::value).findFirst();
    }

    /** Methods of one address may share it when they read different kinds of body. */
    private static String body(Class<?> resource, Method method) {
        Consumes kinds = method.isAnnotationPresent(Consumes.class) ? method.getAnnotation(Consumes.class) : resource.getAnnotation(Consumes.class);
        return kinds == null ? "" : " " + String.join(",", kinds.value());
    }

    private static String path(Class<?> resource, Method method) {
        String own = method.isAnnotationPresent(Path.class) ? method.getAnnotation(Path.class).value() : "";
        return (resource.getAnnotation(Path.class).value() + "/" + own).replaceAll("/+", "/").replaceAll("/$", "");
    }
}
