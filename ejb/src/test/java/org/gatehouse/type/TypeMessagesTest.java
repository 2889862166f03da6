package org.gatehouse.type;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every object type of the product can be described, and has texts in every language. */
class TypeMessagesTest {

    static Stream<Class<?>> types() {
        return new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.gatehouse").stream()
                .filter(type -> type.isAnnotatedWith(ObjectType.class)).map(JavaClass::reflect);
    }

    @ParameterizedTest
    @MethodSource("types")
    void hasTextsInEnglishAndGerman(Class<?> behaviour) {
        TypeDescriptor<?> type = TypeDescriptor.of(behaviour, null);
        if (type.internal()) {
            return;
        }
        List<String> keys = new ArrayList<>(List.of("type", "type.plural", "type.description"));
        type.fields().forEach(field -> keys.add(field.wireName()));

        assertThat(bundle(behaviour, Locale.ROOT).keySet()).as("messages.properties").containsAll(keys);
        assertThat(bundle(behaviour, Locale.GERMAN).getLocale()).as("messages_de.properties").isEqualTo(Locale.GERMAN);
        assertThat(keys).allSatisfy(key -> assertThat(bundle(behaviour, Locale.GERMAN).handleKeySet()).as("German texts").contains(key));
    }

    /** A bundle that tells its own keys from those of its parent. */
    private record Texts(ResourceBundle bundle) {

        Locale getLocale() {
            return bundle.getLocale();
        }

        java.util.Set<String> keySet() {
            return bundle.keySet();
        }

        java.util.Set<String> handleKeySet() {
            return ((java.util.PropertyResourceBundle) bundle).keySet();
        }
    }

    private static Texts bundle(Class<?> behaviour, Locale locale) {
        return new Texts(ResourceBundle.getBundle(behaviour.getPackageName() + ".messages", locale, behaviour.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
    }
}
