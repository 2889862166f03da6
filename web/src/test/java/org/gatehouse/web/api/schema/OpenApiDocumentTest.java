package org.gatehouse.web.api.schema;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gatehouse.directory.UserModel;
import org.gatehouse.event.EventModel;
import org.gatehouse.flow.FlowModel;
import org.gatehouse.session.AuthenticatedSessionModel;
import org.junit.jupiter.api.Test;

class OpenApiDocumentTest {

    private static final List<Class<?>> RESOURCES = resources();

    private static List<Class<?>> resources() {
        Path classes = Path.of("target/classes");
        try (Stream<Path> files = Files.walk(classes)) {
            return files.map(file -> classes.relativize(file).toString()).filter(name -> name.endsWith(".class"))
                    .<Class<?>>map(name -> load(name.replace('/', '.').substring(0, name.length() - ".class".length())))
                    .filter(type -> type.isAnnotationPresent(jakarta.ws.rs.Path.class)).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, OpenApiDocumentTest.class.getClassLoader());
        } catch (ClassNotFoundException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private final JsonObject document = OpenApiDocument.of(List.of(new UserModel(), new FlowModel(), new EventModel(), new AuthenticatedSessionModel()), RESOURCES, "1.2.3");

    @Test
    void describesWhatCanBeWritten() {
        JsonObject request = document.getJsonObject("components").getJsonObject("schemas").getJsonObject("AuthentikFlowsFlowRequest");

        assertThat(request.getJsonArray("required").toString()).isEqualTo("[\"name\",\"slug\",\"title\",\"designation\"]");
        assertThat(request.getJsonObject("properties").getJsonObject("layout").getJsonArray("enum").toString()).contains("content_left");
        assertThat(request.getJsonObject("properties").getJsonObject("layout").getString("default")).isEqualTo("stacked");
    }

    @Test
    void offersOnlyWhatTheModelAllows() {
        assertThat(document.getJsonObject("paths").getJsonObject("/events/events/").keySet()).containsExactly("get", "post");
        assertThat(document.getJsonObject("paths").getJsonObject("/core/authenticated_sessions/").keySet()).containsExactly("get");
        assertThat(document.getJsonObject("paths").getJsonObject("/flows/instances/{slug}/").keySet())
                .containsExactlyInAnyOrder("get", "put", "patch", "delete");
    }

    @Test
    void refersOnlyToSchemasThatExist() {
        TreeSet<String> used = Pattern.compile("#/components/schemas/(\\w+)").matcher(document.toString()).results()
                .map((MatchResult found) -> found.group(1)).collect(Collectors.toCollection(TreeSet::new));

        assertThat(document.getJsonObject("components").getJsonObject("schemas").keySet()).containsAll(used);
    }

    @Test
    void describesEveryMethodOfEveryResource() {
        JsonObject paths = document.getJsonObject("paths");

        assertThat(RESOURCES).hasSizeGreaterThan(15);
        for (Class<?> resource : RESOURCES) {
            for (Method method : resource.getDeclaredMethods()) {
                SpecialPaths.httpMethod(method).ifPresent(verb -> SpecialPaths.templates(method)
                        .forEach(path -> assertThat(paths.getJsonObject(path)).as(verb + " " + path).containsKey(verb)));
            }
        }
    }

    @Test
    void givesEachOperationItsOwnNameAndDeclaresTheParametersOfItsPath() {
        List<String> names = new ArrayList<>();
        document.getJsonObject("paths").forEach((path, item) -> item.asJsonObject().forEach((verb, operation) -> {
            names.add(operation.asJsonObject().getString("operationId"));
            Pattern.compile("\\{(\\w+)}").matcher(path).results().forEach(parameter -> assertThat(operation.toString()).as(path)
                    .contains("\"name\":\"" + parameter.group(1) + "\""));
        }));

        assertThat(names).doesNotHaveDuplicates();
    }

    @Test
    void aParameterThatNamesItsValuesStandsForEachOfThem() {
        assertThat(PathTemplate.expand("{family: a|b}/all/{key}")).containsExactly("/a/all/{key}/", "/b/all/{key}/");
        assertThat(PathTemplate.expand("/x/{scope: (?:admin/)?}{class: totp|sms}")).containsExactly("/x/totp/", "/x/sms/", "/x/admin/totp/",
                "/x/admin/sms/");
    }
}
