package org.gatehouse.web.flow;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** One field of a prompt challenge as its page reads it. */
public final class PromptField {

    /** How a field is shown. */
    enum Widget { INPUT, AREA, CHECK, SELECT, HIDDEN, STATIC, ALERT, SEPARATOR }

    /** One choice of a selection. */
    public record Choice(String value, String label, boolean selected) {
    }

    private static final Set<String> STATIC_TYPES = Set.of("text_read_only", "text_area_read_only", "static");
    private static final Map<String, String> INPUT_TYPES = Map.of("email", "email", "password", "password", "number", "number",
            "date", "date", "date-time", "datetime-local");
    private static final Map<String, String> AUTOCOMPLETE = Map.of("username", "username", "email", "email", "password", "new-password");
    private static final Map<String, String> TONES = Map.of("alert_warning", "warn", "alert_danger", "bad");

    private final Map<?, ?> field;

    private PromptField(Map<?, ?> field) {
        this.field = field;
    }

    static PromptField of(Map<?, ?> field) {
        return new PromptField(field);
    }

    public String getKey() {
        return text("field_key");
    }

    public String getId() {
        return "prompt-" + getKey();
    }

    /** The name of the input, as {@link FormAnswer} reads it. */
    public String getInputName() {
        return "prompt." + getKey();
    }

    public String getLabel() {
        return text("label");
    }

    public String getPlaceholder() {
        return text("placeholder");
    }

    public String getSubText() {
        return text("sub_text");
    }

    /** What the field contains at first; a password never contains anything. */
    public String getValue() {
        return type().equals("password") ? "" : text("initial_value");
    }

    public boolean isRequired() {
        return Boolean.TRUE.equals(field.get("required"));
    }

    public boolean isOn() {
        return "true".equalsIgnoreCase(text("initial_value"));
    }

    public String getInputType() {
        return INPUT_TYPES.getOrDefault(type(), "text");
    }

    public String getAutocomplete() {
        return AUTOCOMPLETE.getOrDefault(type(), "off");
    }

    public String getTone() {
        return TONES.getOrDefault(type(), "");
    }

    public String getWidget() {
        return widget().name();
    }

    private Widget widget() {
        if (STATIC_TYPES.contains(type())) {
            return Widget.STATIC;
        }
        return switch (type()) {
            case "text_area" -> Widget.AREA;
            case "checkbox" -> Widget.CHECK;
            case "dropdown", "radio-button-group", "ak-locale" -> Widget.SELECT;
            case "hidden" -> Widget.HIDDEN;
            case "separator" -> Widget.SEPARATOR;
            case "alert_info", "alert_warning", "alert_danger" -> Widget.ALERT;
            default -> Widget.INPUT;
        };
    }

    /** What can be chosen; choices come as texts or as objects with value and label. */
    public List<Choice> getChoices() {
        return field.get("choices") instanceof List<?> choices
                ? choices.stream().filter(Objects::nonNull).map(this::choice).toList() : List.of();
    }

    private Choice choice(Object given) {
        String value = given instanceof Map<?, ?> map ? String.valueOf(map.get("value")) : given.toString();
        Object label = given instanceof Map<?, ?> map ? map.get("label") : null;
        return new Choice(value, label == null ? value : label.toString(), value.equals(text("initial_value")));
    }

    private String type() {
        return text("type");
    }

    private String text(String name) {
        Object value = field.get(name);
        return value == null ? "" : value.toString();
    }
}
