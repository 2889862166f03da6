package org.gatehouse.expression;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gatehouse.mapping.scope.ScopeMapping;
import org.gatehouse.model.directory.User;
import org.gatehouse.policy.expression.ExpressionPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds {@code docs/expressions.md} to its word. */
class ExpressionExamplesTest {

    private static final Pattern BLOCK = Pattern.compile("```(cel policy|cel mapping|json)\n(.*?)```", Pattern.DOTALL);
    private static final Expressions EXPRESSIONS = new Expressions();

    record Example(String use, String source, String result, List<String> messages) {

        static Example of(String use, String block) {
            List<String> comments = block.lines().filter(line -> line.startsWith("// ")).map(line -> line.substring(3)).toList();
            List<String> messages = comments.stream().filter(line -> line.startsWith("message: ")).map(line -> line.substring(9)).toList();
            return new Example(use, block, comments.get(0), messages);
        }

        ExpressionScope scope() {
            return use.equals("cel policy") ? ExpressionPolicy.SCOPE : ScopeMapping.SCOPE;
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
    }

    @Test
    void showsEveryVariableAndFunction() {
        List<String> names = new ArrayList<>(List.of("message"));
        ExpressionFunctions.all().forEach(function -> names.add(function.declaration().name()));
        names.addAll(ExpressionPolicy.SCOPE.variables().keySet());
        names.addAll(ScopeMapping.SCOPE.variables().keySet());
        String sources = examples().map(Example::source).collect(Collectors.joining("\n"));

        assertThat(names).allSatisfy(name -> assertThat(sources).containsPattern("\\b" + name + "\\b"));
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
