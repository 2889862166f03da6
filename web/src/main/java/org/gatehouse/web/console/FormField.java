package org.gatehouse.web.console;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.type.FieldDescriptor;

/** One field of a form: its words, what stands in it, and what is wrong with it. */
public final class FormField {

    private final FieldDescriptor descriptor;
    private final FormWords words;
    private final Widget widget;
    private final String name;
    private final FieldText text;
    private final List<Option> options;
    private final List<ObjectForm> rows = new ArrayList<>();
    private List<String> values = List.of();
    private JsonValue kept = JsonValue.NULL;
    private List<String> errors = List.of();
    private boolean approved;

    /** @param prefix the name of the row around it with a dot, or empty */
    FormField(FieldDescriptor descriptor, String prefix, FormWords words) {
        this.descriptor = descriptor;
        this.words = words;
        this.name = prefix + descriptor.wireName();
        this.text = words.text(name, descriptor);
        this.options = words.options(descriptor);
        this.widget = Widget.of(descriptor, !options.isEmpty() || !descriptor.choices().isEmpty());
    }

    void load(JsonValue value) {
        kept = value;
        rows.clear();
        switch (widget) {
            case JSON -> values = value == JsonValue.NULL ? List.of() : List.of(FieldValue.pretty(value));
            case SECRET -> values = List.of();
            case ROWS -> loadRows(value instanceof JsonArray array ? array : JsonValue.EMPTY_JSON_ARRAY);
            case GROUP -> addRow(value instanceof JsonObject object ? object : JsonValue.EMPTY_JSON_OBJECT);
            default -> values = FieldValue.texts(value);
        }
    }

    private void loadRows(JsonArray array) {
        array.forEach(element -> addRow(element instanceof JsonObject object ? object : JsonValue.EMPTY_JSON_OBJECT));
    }

    private void addRow(JsonObject document) {
        rows.add(ObjectForm.of(descriptor.fields(), name + "." + rows.size() + ".", words, document));
    }

    /** Adds an empty row at the end. */
    void addRow() {
        addRow(JsonValue.EMPTY_JSON_OBJECT);
    }

    /** Takes a row away; the ones after it move up. */
    void removeRow(int index) {
        JsonArrayBuilder others = Json.createArrayBuilder();
        for (int i = 0; i < rows.size(); i++) {
            if (i != index) {
                others.add(rows.get(i).document());
            }
        }
        load(others.build());
    }

    /** Takes over what was posted. */
    void read(Map<String, String[]> posted) {
        errors = List.of();
        approved = false;
        rows.forEach(row -> row.read(posted));
        if (widget != Widget.KEPT && widget != Widget.ROWS && widget != Widget.GROUP) {
            values = List.of(posted.getOrDefault(inputName(), new String[0]));
        }
    }

    /** The value on the wire; empty when it is to be left out. */
    Optional<JsonValue> toJson() {
        return switch (widget) {
            case KEPT -> Optional.of(kept).filter(value -> value != JsonValue.NULL);
            case ROWS -> Optional.of(array(rows.stream().<JsonValue>map(ObjectForm::document).toList()));
            case GROUP -> Optional.<JsonValue>of(rows.get(0).document());
            case TOGGLE -> Optional.of(values.isEmpty() ? JsonValue.FALSE : JsonValue.TRUE);
            case TICKS -> Optional.of(array(elements(values)));
            case LINES -> Optional.of(array(elements(getText().lines().map(String::strip).filter(line -> !line.isEmpty()).toList())));
            default -> FieldValue.of(descriptor, values.isEmpty() ? "" : values.get(0));
        };
    }

    private List<JsonValue> elements(List<String> typed) {
        return typed.stream().flatMap(element -> FieldValue.of(descriptor, element).stream()).toList();
    }

    private static JsonValue array(List<JsonValue> elements) {
        return Json.createArrayBuilder(elements).build();
    }

    /** @param inside what the problems are about inside of this field, such as {@code 0.url}; empty for the field itself */
    void complain(String inside, List<String> problems) {
        String inner = name + (widget == Widget.GROUP ? ".0." : ".") + inside;
        Optional<FormField> cell = rows.stream().flatMap(row -> row.find(inner).stream()).filter(FormField::isShown).findFirst();
        cell.ifPresentOrElse(found -> found.complain("", problems), () -> errors = List.copyOf(problems));
    }

    /** Says that this field was checked and found to be right. */
    void approve() {
        approved = errors.isEmpty();
    }

    public boolean isApproved() {
        return approved;
    }

    /** Whether something is wrong with this field or inside of it: then a group must not be folded. */
    public boolean isTroubled() {
        return !errors.isEmpty() || rows.stream().flatMap(row -> row.getFields().stream()).anyMatch(FormField::isTroubled);
    }

    private String inputName() {
        return "field." + name;
    }

    public String getName() {
        return name;
    }

    /** The name of the input in the posted form. */
    public String getInputName() {
        return inputName();
    }

    public String getId() {
        return "field-" + name.replace('.', '-');
    }

    public String getWidget() {
        return widget.name();
    }

    public boolean isShown() {
        return widget != Widget.KEPT;
    }

    public String getLabel() {
        return text.label();
    }

    public String getHelp() {
        return text.help();
    }

    public boolean isRequired() {
        return descriptor.required();
    }

    /** Whether choosing nothing means something: a field with a default always has a value. */
    public boolean isBlankable() {
        return !descriptor.required() && descriptor.defaultValue() == JsonValue.NULL;
    }

    public String getSection() {
        return descriptor.section();
    }

    /** What stands in the input; lists of texts one on each line. */
    public String getText() {
        return String.join("\n", values);
    }

    public boolean isOn() {
        return getText().equals("true");
    }

    /** The choices; a chosen value that is none of them any more is offered too, so that saving does not lose it. */
    public List<Option> getOptions() {
        List<Option> offered = new ArrayList<>(options);
        descriptor.choices().forEach(choice -> offered.add(new Option(choice, text.choices().getOrDefault(choice, choice))));
        values.stream().filter(value -> !value.isEmpty() && offered.stream().noneMatch(option -> option.value().equals(value)))
                .forEach(value -> offered.add(words.named(descriptor, value)));
        return offered;
    }

    /** The list of the console in which more choices are found while typing; empty when all are offered. */
    public String getLookup() {
        return words.list(descriptor);
    }

    public boolean isChosen(Option option) {
        return values.contains(option.value());
    }

    public List<ObjectForm> getRows() {
        return rows;
    }

    public List<String> getErrors() {
        return errors;
    }
}
