package org.gatehouse.web.flow;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** One field of a prompt challenge as its page reads it. */
public final class PromptField {

    /** How a field is shown. */
    enum Widget { INPUT, AREA, CHECK, SELECT, RADIO, FILE, HIDDEN, STATIC, ALERT, SEPARATOR }

    /** One choice of a selection. */
    public record Choice(String value, String label, boolean selected) {

        public String getValue() {
            return value;
        }

        public String getLabel() {
            return label;
        }

        public boolean isSelected() {
            return selected;
        }
    }

    private static final Set<String> STATIC_TYPES = Set.of("text_read_only", "text_area_read_only", "static");
    private static final Map<String, String> INPUT_TYPES = Map.of("email", "email", "password", "password", "number", "number",
            "date", "date", "date-time", "datetime-local");
    private static final Map<String, String> AUTOCOMPLETE = Map.of("username", "username", "email", "email", "password", "new-password");

    /** What password managers and browsers know people by, by the last part of a field's key (HTML, 4.10.18.7.1). */
    private static final Map<String, String> KNOWN_KEYS = Map.ofEntries(Map.entry("username", "username"), Map.entry("name", "name"),
            Map.entry("given_name", "given-name"), Map.entry("family_name", "family-name"), Map.entry("nickname", "nickname"),
            Map.entry("email", "email"), Map.entry("phone", "tel"), Map.entry("phone_number", "tel"), Map.entry("organization", "organization"),
            Map.entry("address", "street-address"), Map.entry("postal_code", "postal-code"), Map.entry("country", "country-name"),
            Map.entry("birthdate", "bday"));

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

    /** The name of a radio button, whose value is the choice after an equals sign. */
    public String getChoiceName() {
        return "choice." + getKey();
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
        String key = getKey().substring(getKey().lastIndexOf('.') + 1);
        return AUTOCOMPLETE.getOrDefault(type(), KNOWN_KEYS.getOrDefault(key, "off"));
    }

    /** What the field says, for a field that only says something. */
    public String getNotice() {
        return Stream.of(getValue(), getSubText(), getLabel()).filter(text -> !text.isBlank()).findFirst().orElse("");
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
            case "dropdown", "ak-locale" -> Widget.SELECT;
            case "radio-button-group" -> Widget.RADIO;
            case "file" -> Widget.FILE;
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
