package org.gatehouse.event.export;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.event.EventAction;
import org.gatehouse.model.event.AuditEvent;

/**
 * Events in the Open Cybersecurity Schema Framework 1.3.0: logins as Authentication (3002), changes of accounts as Account Change (3001),
 * changes of other objects as Entity Management (3004), everything else as the Base Event. What has no place there is in {@code unmapped}.
 */
final class OcsfEvent {

    private static final int OTHER = 99;

    private record Kind(int category, int type, int activity, boolean success) {
    }

    private static final Map<String, Kind> KINDS = Map.ofEntries(
            Map.entry(EventAction.LOGIN, new Kind(3, 3002, 1, true)),
            Map.entry(EventAction.LOGIN_FAILED, new Kind(3, 3002, 1, false)),
            Map.entry(EventAction.LOGOUT, new Kind(3, 3002, 2, true)),
            Map.entry(EventAction.AUTHORIZE_APPLICATION, new Kind(3, 3002, 4, true)),
            Map.entry(EventAction.PASSWORD_SET, new Kind(3, 3001, 3, true)),
            Map.entry(EventAction.USER_WRITE, new Kind(3, 3001, OTHER, true)),
            Map.entry(EventAction.MODEL_CREATED, new Kind(3, 3004, 1, true)),
            Map.entry(EventAction.SECRET_VIEW, new Kind(3, 3004, 2, true)),
            Map.entry(EventAction.MODEL_UPDATED, new Kind(3, 3004, 3, true)),
            Map.entry(EventAction.MODEL_DELETED, new Kind(3, 3004, 4, true)));

    private static final Kind BASE = new Kind(0, 0, OTHER, true);

    private OcsfEvent() {
    }

    static JsonObject of(AuditEvent event) {
        Kind kind = KINDS.getOrDefault(event.getAction(), BASE);
        JsonObject user = user(event);
        JsonObjectBuilder written = Json.createObjectBuilder().add("category_uid", kind.category()).add("class_uid", kind.type())
                .add("activity_id", kind.activity()).add("type_uid", kind.type() * 100 + kind.activity())
                .add("time", event.getCreated().toEpochMilli()).add("severity_id", kind.success() ? 1 : 2).add("status_id", kind.success() ? 1 : 2)
                .add("message", EventAction.label(event.getAction()))
                .add("metadata", Json.createObjectBuilder().add("version", "1.3.0").add("uid", event.getId().toString())
                        .add("event_code", event.getAction())
                        .add("product", Json.createObjectBuilder().add("name", "Gatehouse").add("vendor_name", "Gatehouse")))
                .add("actor", Json.createObjectBuilder().add("user", user)).add("unmapped", unmapped(event));
        Optional.ofNullable(event.getClientIp()).ifPresent(ip -> written.add("src_endpoint", Json.createObjectBuilder().add("ip", ip)));
        if (kind.type() == 3001 || kind.type() == 3002) {
            written.add("user", user);
        }
        if (kind.type() == 3004) {
            written.add("entity", entity(event));
        }
        return written.build();
    }

    private static JsonObject user(AuditEvent event) {
        JsonObjectBuilder user = Json.createObjectBuilder().add("name", event.getActor().getString("username", ""));
        Optional.ofNullable(event.getActor().get("pk")).ifPresent(pk -> user.add("uid", pk.toString()));
        return user.build();
    }

    private static JsonObject entity(AuditEvent event) {
        JsonObject model = event.getContext().get("model") instanceof JsonObject object ? object : JsonObject.EMPTY_JSON_OBJECT;
        return Json.createObjectBuilder().add("name", model.getString("name", "")).add("uid", model.getString("pk", ""))
                .add("type", model.getString("model_name", "")).build();
    }

    private static JsonObject unmapped(AuditEvent event) {
        return Json.createObjectBuilder().add("app", event.getApp()).add("brand", event.getBrand()).add("context", event.getContext()).build();
    }
}
