package org.gatehouse.event.chain;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.temporal.ChronoUnit;
import java.util.TreeMap;
import org.gatehouse.crypto.Digests;
import org.gatehouse.model.event.AuditEvent;

/**
 * What an event says, as one text that is the same before it is stored and after it is read: the database keeps neither the order of
 * fields nor how a number was written. When the event may be forgotten is no part of it.
 */
final class EventContent {

    private EventContent() {
    }

    /** The digest of the event, as 64 hexadecimal digits. */
    static String digest(AuditEvent event) {
        return Digests.sha256(canonical(event));
    }

    private static String canonical(AuditEvent event) {
        StringBuilder text = new StringBuilder("gatehouse event 1\n");
        line(text, event.getId().toString());
        line(text, event.getCreated().truncatedTo(ChronoUnit.MICROS).toString());
        line(text, event.getAction());
        line(text, event.getApp());
        line(text, event.getClientIp() == null ? "" : event.getClientIp());
        write(text, event.getActor());
        write(text.append('\n'), event.getContext());
        write(text.append('\n'), event.getBrand());
        return text.toString();
    }

    /** Quoted, so that no text can pass for two. */
    private static void line(StringBuilder text, String value) {
        text.append(Json.createValue(value)).append('\n');
    }

    private static void write(StringBuilder text, JsonValue value) {
        if (value instanceof JsonObject object) {
            text.append('{');
            new TreeMap<>(object).forEach((name, member) -> {
                write(text.append(Json.createValue(name)).append(':'), member);
                text.append(',');
            });
            text.append('}');
        } else if (value instanceof JsonArray array) {
            text.append('[');
            array.forEach(element -> {
                write(text, element);
                text.append(',');
            });
            text.append(']');
        } else if (value instanceof JsonNumber number) {
            text.append(number.bigDecimalValue().stripTrailingZeros());
        } else {
            text.append(value instanceof JsonString string ? Json.createValue(string.getString()) : value);
        }
    }
}
