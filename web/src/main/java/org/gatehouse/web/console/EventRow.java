package org.gatehouse.web.console;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.stream.Stream;
import org.gatehouse.web.page.PageAddress;

/**
 * An event as the console shows it.
 *
 * @param user who did it, or empty for the product itself
 * @param model the model of the object it was about, or empty
 * @param subject that object's name or key, or the application's; or empty
 * @param diff what was changed
 * @param context everything else that is known, as JSON
 */
public record EventRow(String key, String action, String user, String app, String clientIp, String created, String model, String subject,
        List<Change> diff, String context) {

    public static final String MODEL = "authentik_events.event";

    /** One field that was changed; values as JSON, nothing for null. */
    public record Change(String field, String before, String after) {
    }

    /** The event in its wire form. */
    public static EventRow of(JsonObject wire) {
        return new EventRow(Cell.text(wire.get("pk")), Cell.text(wire.get("action")), Cell.text(Cell.at(wire, "user.username")),
                Cell.text(wire.get("app")), Cell.text(wire.get("client_ip")), Cell.text(wire.get("created")),
                model(wire), subject(wire), changes(Cell.at(wire, "context.diff")), context(wire));
    }

    private static String model(JsonObject wire) {
        String name = Cell.text(Cell.at(wire, "context.model.model_name"));
        return name.isEmpty() ? "" : Cell.text(Cell.at(wire, "context.model.app")) + '.' + name;
    }

    private static String subject(JsonObject wire) {
        String model = Cell.text(Cell.at(wire, "context.model.model_name"));
        String name = Cell.text(Cell.at(wire, "context.model.name"));
        String key = name.isEmpty() ? Cell.text(Cell.at(wire, "context.model.pk")) : name;
        return model.isEmpty() ? Stream.of("authorized_application.name", "application", "username").map(field -> Cell.text(Cell.at(wire, "context." + field)))
                .filter(text -> !text.isEmpty()).findFirst().orElse("") : key;
    }

    /** A diff as audit events have it, field by field. */
    public static List<Change> changes(JsonValue diff) {
        return diff instanceof JsonObject changes ? changes.entrySet().stream().map(change -> new Change(change.getKey(),
                value(change.getValue(), "previous_value"), value(change.getValue(), "new_value"))).toList() : List.of();
    }

    private static String value(JsonValue change, String name) {
        return text(change instanceof JsonObject object ? object.get(name) : change);
    }

    /** A value in words, or as JSON with line breaks. */
    static String text(JsonValue value) {
        return value instanceof JsonObject || value != null && value.getValueType() == JsonValue.ValueType.ARRAY
                ? FieldValue.pretty(value) : Cell.text(value);
    }

    private static String context(JsonObject wire) {
        return wire.get("context") instanceof JsonObject context && !context.isEmpty() ? FieldValue.pretty(context) : "";
    }

    public String getHref() {
        return "/if/admin/event.xhtml?key=" + PageAddress.encode(key);
    }
}
