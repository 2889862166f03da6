package org.gatehouse.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.type.FieldDescriptor;
import org.gatehouse.type.TypeDescriptor;
import org.gatehouse.type.TypeRegistry;
import org.gatehouse.web.page.PageLanguage;
import org.gatehouse.web.page.PageText;

/**
 * What things are called in the console. A configured type brings its own messages; for everything else the web bundle is asked
 * for {@code model.<model>.field.<name>}, then {@code field.<name>}; then the name itself is made readable.
 */
@Named("labels")
@RequestScoped
public class FieldLabels {

    private static final String HELP = ".help";

    @Inject
    private TypeRegistry types;

    @Inject
    private PageLanguage language;

    private Locale locale() {
        return language.locale();
    }

    /** The words around a field; {@code path} is its name after the names of the records around it. */
    FieldText field(String model, String path, FieldDescriptor field) {
        String help = message(model, path + HELP).or(() -> message(model, withoutRecords(path) + HELP)).orElse("");
        return new FieldText(label(model, path), help, choices(model, path, field));
    }

    /** What the choices of a field are called, by wire name. */
    public Map<String, String> choices(String model, FieldDescriptor field) {
        return choices(model, field.wireName(), field);
    }

    private Map<String, String> choices(String model, String path, FieldDescriptor field) {
        Map<String, String> choices = new LinkedHashMap<>();
        field.choices().forEach(choice -> choices.put(choice, choice(model, path, choice)));
        return choices;
    }

    /** A text of the pages. */
    public String text(String key) {
        return PageText.of(key, locale());
    }

    private String label(String model, String path) {
        return message(model, path).or(() -> message(model, withoutRecords(path))).orElseGet(() -> HumanName.of(withoutRecords(path)));
    }

    private String choice(String model, String path, String choice) {
        return message(model, path + "." + choice).or(() -> find("choice." + choice)).orElseGet(() -> HumanName.of(choice));
    }

    /** The heading of a group of fields. */
    public String section(String model, String section) {
        return type(model).flatMap(type -> type.message("section." + section, locale())).or(() -> find("fields." + section))
                .orElseGet(() -> HumanName.of(section));
    }

    private Optional<String> message(String model, String key) {
        return type(model).flatMap(type -> type.message(key, locale()))
                .or(() -> find("model." + model + ".field." + key)).or(() -> find("field." + key));
    }

    /** {@code client_authentication.jwks} becomes {@code jwks}: a type names the fields of its records by themselves. */
    private static String withoutRecords(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    /** What a list is called. */
    public String list(ConsoleSection section) {
        return find("section." + section.name()).orElseGet(() -> model(section.model()));
    }

    /** The heading of a column. */
    public String column(String model, Column column) {
        return find(column.labelKey()).orElseGet(() -> label(model, column.field()));
    }

    /** What one object of a model is called. */
    public String model(String model) {
        return type(model).map(type -> type.verboseName(locale())).or(() -> find("model." + model))
                .orElseGet(() -> HumanName.of(model.substring(model.indexOf('.') + 1)));
    }

    /** A value of a closed list, such as an event's action. */
    public String value(String value) {
        return find("choice." + value).orElseGet(() -> HumanName.of(value));
    }

    public String typeName(TypeDescriptor<?> type) {
        return type.verboseName(locale());
    }

    public String typeDescription(TypeDescriptor<?> type) {
        return type.description(locale());
    }

    private Optional<TypeDescriptor<?>> type(String model) {
        return types.findByModel(model);
    }

    private Optional<String> find(String key) {
        return PageText.find(key, locale());
    }
}
