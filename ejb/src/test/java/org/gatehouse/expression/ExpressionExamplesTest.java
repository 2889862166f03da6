package org.gatehouse.expression;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gatehouse.flow.stage.prompt.PromptExpressions;
import org.gatehouse.mapping.notification.NotificationMapping;
import org.gatehouse.mapping.scope.ScopeMapping;
import org.gatehouse.model.directory.User;
import org.gatehouse.policy.expression.ExpressionPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds {@code docs/expressions.md} to its word. */
class ExpressionExamplesTest {

    /** Beginnings of the lines that say what an expression leaves beside its value. */
    private static final List<String> NOTE = List.of("message: ", "fact: ", "event: ");

    /** Ours, in place of the language's own. */
    private static final List<String> LANGUAGE = List.of("replace", "join");

    private static final Pattern BLOCK = Pattern.compile("```(cel policy|cel mapping|cel notification|cel prompt|json)\n(.*?)```", Pattern.DOTALL);
    private static final Expressions EXPRESSIONS = new Expressions(new Directory(), Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"),
            ZoneOffset.UTC));

    /** What the document's examples look up. */
    private static final class Directory extends ExpressionLookups {

        @Override
        public Optional<Map<String, Object>> user(String username) {
            return found("users", username);
        }

        @Override
        public Optional<Map<String, Object>> group(String name) {
            return found("groups", name);
        }

        @Override
        public Optional<Map<String, Object>> application(String slug) {
            return found("applications", slug);
        }

        @Override
        public List<String> directGroups(long userId) {
            return worldJson().getJsonObject("directory").getJsonArray("direct_groups").getValuesAs(JsonString::getString);
        }

        private static Optional<Map<String, Object>> found(String kind, String name) {
            return Optional.ofNullable(worldJson().getJsonObject("directory").getJsonObject(kind).getJsonObject(name)).map(LinkedHashMap::new);
        }
    }

    record Example(String use, String source, String result, List<String> messages, List<String> facts, List<String> events) {

        static Example of(String use, String block) {
            List<String> comments = block.lines().filter(line -> line.startsWith("// ")).map(line -> line.substring(3)).toList();
            String result = comments.stream().filter(line -> NOTE.stream().noneMatch(line::startsWith)).reduce((first, last) -> last).orElseThrow();
            return new Example(use, block, result, noted(comments, "message: "), noted(comments, "fact: "), noted(comments, "event: "));
        }

        private static List<String> noted(List<String> comments, String kind) {
            return comments.stream().filter(line -> line.startsWith(kind)).map(line -> line.substring(kind.length())).toList();
        }

        ExpressionScope scope() {
            return switch (use) {
                case "cel policy" -> ExpressionPolicy.SCOPE;
                case "cel prompt" -> PromptExpressions.SCOPE;
                case "cel notification" -> NotificationMapping.SCOPE;
                default -> ScopeMapping.SCOPE;
            };
        }

        @Override
        public String toString() {
            return source.lines().findFirst().orElse("");
        }
    }

    static Stream<Example> examples() {
        return blocks().filter(block -> !block.group(1).equals("json")).map(block -> Example.of(block.group(1), block.group(2)));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void yieldsWhatTheDocumentSays(Example example) {
        ExpressionResult result = EXPRESSIONS.evaluate(example.scope(), example.source(), world());

        assertThat(result.value()).isEqualTo(ExpressionValues.out(ExpressionValues.in(json(example.result()))));
        assertThat(result.messages()).isEqualTo(example.messages());
        assertThat(result.facts().entrySet()).extracting(fact -> fact.getKey() + " = " + fact.getValue()).isEqualTo(example.facts());
        assertThat(result.events()).extracting(event -> event.action() + " " + event.data()).isEqualTo(example.events());
    }

    @Test
    void showsEveryVariableAndFunction() {
        List<String> names = new ArrayList<>();
        EffectFunctions.of(ExpressionPolicy.SCOPE, new Directory()).forEach(function -> names.add(function.declaration().name()));
        ExpressionFunctions.all().forEach(function -> names.add(function.declaration().name()));
        names.addAll(ExpressionPolicy.SCOPE.variables().keySet());
        names.addAll(ScopeMapping.SCOPE.variables().keySet());
        names.addAll(NotificationMapping.SCOPE.variables().keySet());
        names.addAll(PromptExpressions.SCOPE.variables().keySet());
        String sources = examples().map(Example::source).collect(Collectors.joining("\n"));

        assertThat(names).allSatisfy(name -> assertThat(sources).containsPattern("\\b" + name + "\\b"));
        assertThat(ExpressionPolicy.SCOPE.effects()).containsExactlyInAnyOrder(ExpressionEffect.values());
    }

    @Test
    void hasASectionForEveryVariableAndFunction() {
        List<String> headings = document().lines().filter(line -> line.startsWith("### ")).toList();
        List<String> names = new ArrayList<>(ExpressionPolicy.SCOPE.variables().keySet());
        names.addAll(ScopeMapping.SCOPE.variables().keySet());
        names.addAll(NotificationMapping.SCOPE.variables().keySet());
        names.addAll(PromptExpressions.SCOPE.variables().keySet());
        EffectFunctions.of(ExpressionPolicy.SCOPE, new Directory()).forEach(function -> names.add(function.declaration().name()));
        ExpressionFunctions.all().stream().map(function -> function.declaration().name()).filter(name -> !LANGUAGE.contains(name))
                .forEach(names::add);

        assertThat(names).allSatisfy(name -> assertThat(headings).anyMatch(heading -> heading.matches(".*`" + name + "[`(].*")));
    }

    @Test
    void describesTheUserAsItIs() {
        assertThat(worldJson().getJsonObject("user").keySet()).isEqualTo(UserVariables.of(new User(), List.of()).keySet());
    }

    private static Map<String, Object> world() {
        JsonObject world = worldJson();
        Map<String, Object> user = new LinkedHashMap<>(world.getJsonObject("user"));
        user.put("date_joined", Instant.parse(world.getJsonObject("user").getString("date_joined")));
        Map<String, Object> variables = new LinkedHashMap<>(world);
        variables.put("user", user);
        return variables;
    }

    private static JsonObject worldJson() {
        return blocks().filter(block -> block.group(1).equals("json")).findFirst().map(block -> json(block.group(2)).asJsonObject()).orElseThrow();
    }

    private static Stream<Matcher> blocks() {
        Matcher matcher = BLOCK.matcher(document());
        List<Matcher> blocks = new ArrayList<>();
        while (matcher.find()) {
            Matcher found = BLOCK.matcher(matcher.group());
            found.matches();
            blocks.add(found);
        }
        return blocks.stream();
    }

    private static JsonValue json(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readValue();
        }
    }

    private static String document() {
        try {
            return Files.readString(Path.of(System.getProperty("basedir", "."), "..", "docs", "expressions.md"));
        } catch (IOException missing) {
            throw new IllegalStateException("docs/expressions.md cannot be read", missing);
        }
    }
}
