package org.gatehouse.notification;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.stream.Stream;
import org.gatehouse.event.EventAction;
import org.gatehouse.model.event.AuditEvent;

/** What a notification says of an event: one short line, without line ends. */
final class EventText {

    private static final int LONGEST = 500;

    private EventText() {
    }

    /** {@code Model updated: group Admins (akadmin)}. */
    static String of(AuditEvent event) {
        String about = Stream.of(text(event.getContext(), "message"), object(event.getContext(), "model"), object(event.getContext(), "authorized_application"))
                .filter(text -> !text.isBlank()).findFirst().orElse("");
        String username = text(event.getActor(), "username");
        String line = EventAction.label(event.getAction()) + (about.isEmpty() ? "" : ": " + about) + (username.isEmpty() ? "" : " (" + username + ")");
        String plain = line.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return plain.length() > LONGEST ? plain.substring(0, LONGEST) + "…" : plain;
    }

    private static String object(JsonObject context, String field) {
        return context.get(field) instanceof JsonObject object ? (text(object, "model_name") + " " + text(object, "name")).strip() : "";
    }

    private static String text(JsonObject object, String field) {
        return object.get(field) instanceof JsonString text ? text.getString() : "";
    }
}
