package org.gatehouse.event.export;

import jakarta.json.JsonValue;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gatehouse.model.event.AuditEvent;

/** Events as lines of CSV (RFC 4180), safe to open in a spreadsheet. */
final class EventCsv {

    static final String HEAD = "pk,created,action,app,user_pk,username,client_ip,brand,context\r\n";

    private EventCsv() {
    }

    static String line(AuditEvent event) {
        return Stream.of(event.getId().toString(), event.getCreated().toString(), event.getAction(), event.getApp(),
                Optional.ofNullable(event.getActor().get("pk")).map(JsonValue::toString).orElse(""), event.getActor().getString("username", ""),
                Optional.ofNullable(event.getClientIp()).orElse(""), event.getBrand().getString("name", ""), event.getContext().toString())
                .map(EventCsv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    /** A stranger who calls himself {@code =HYPERLINK(…)} must not run in an administrator's spreadsheet: an apostrophe makes it text. */
    static String cell(String text) {
        String harmless = !text.isEmpty() && "=+-@\t\r\n|".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return '"' + harmless.replace("\"", "\"\"") + '"';
    }
}
