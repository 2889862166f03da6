package org.gatehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tests that {@code docs/conformance.md} calls as witnesses. */
class ConformanceDocumentTest {

    private static final Pattern TEST = Pattern.compile("`([A-Z][A-Za-z0-9]*(?:Test|IT))`");

    @Test
    void everyTestThatTheTableNamesExists() throws IOException {
        Set<String> named = new TreeSet<>();
        Matcher test = TEST.matcher(Files.readString(Path.of("../docs/conformance.md")));
        while (test.find()) {
            named.add(test.group(1));
        }

        assertThat(named).hasSizeGreaterThan(10);
        assertThat(tests()).containsAll(named);
    }

    private static Set<String> tests() throws IOException {
        Set<String> names = new TreeSet<>();
        for (String module : new String[] {"persistence", "ejb", "batch", "web", "ear"}) {
            Path sources = Path.of("..", module, "src/test/java");
            if (Files.isDirectory(sources)) {
                try (Stream<Path> files = Files.walk(sources)) {
                    names.addAll(files.map(file -> file.getFileName().toString().replace(".java", "")).collect(Collectors.toSet()));
                }
            }
        }
        return names;
    }
}
