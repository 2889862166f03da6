package org.gatehouse.model;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.Converter;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.MappedSuperclass;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PersistenceUnitTest {

    private static final Path CLASSES = Path.of(System.getProperty("basedir", "."), "target", "classes");
    private static final List<Class<? extends Annotation>> MANAGED =
            List.of(Entity.class, MappedSuperclass.class, Embeddable.class, Converter.class);

    @Test
    void listsEveryManagedClass() throws IOException {
        assertThat(listed()).containsExactlyInAnyOrderElementsOf(managed());
    }

    private static List<String> listed() throws IOException {
        String unit = Files.readString(CLASSES.resolve("META-INF/persistence.xml"));
        return Pattern.compile("<class>(.+)</class>").matcher(unit).results().map(found -> found.group(1)).toList();
    }

    private static List<String> managed() throws IOException {
        try (Stream<Path> files = Files.walk(CLASSES)) {
            return files.map(file -> CLASSES.relativize(file).toString()).filter(file -> file.endsWith(".class"))
                    .map(file -> file.substring(0, file.length() - 6).replace('/', '.'))
                    .filter(PersistenceUnitTest::isManaged).toList();
        }
    }

    private static boolean isManaged(String name) {
        try {
            Class<?> type = Class.forName(name, false, PersistenceUnitTest.class.getClassLoader());
            return MANAGED.stream().anyMatch(type::isAnnotationPresent);
        } catch (ClassNotFoundException | NoClassDefFoundError unusable) {
            return false;
        }
    }
}
