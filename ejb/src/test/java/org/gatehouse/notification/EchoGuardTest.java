package org.gatehouse.notification;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.gatehouse.event.EventAction;
import org.gatehouse.model.event.AuditEvent;
import org.gatehouse.model.notification.NotificationRule;
import org.gatehouse.model.notification.NotificationTransport;
import org.gatehouse.model.notification.TransportMode;
import org.junit.jupiter.api.Test;

class EchoGuardTest {

    private final NotificationTransport hook = transport(TransportMode.WEBHOOK);
    private final NotificationTransport mail = transport(TransportMode.EMAIL);
    private final NotificationRule rule = rule();
    private final EchoGuard guard = new EchoGuard(List.of(rule));

    @Test
    void letsOrdinaryEventsBeToldInEveryWay() {
        AuditEvent event = event(EventAction.LOGIN_FAILED, "stages.password", JsonValue.EMPTY_JSON_OBJECT);

        assertThat(guard.admits(event)).isTrue();
        assertThat(guard.admits(event, hook)).isTrue();
        assertThat(guard.admits(event, mail)).isTrue();
    }

    @Test
    void tellsNobodyOfDeliveriesThatFailed() {
        assertThat(guard.admits(event(EventAction.SYSTEM_TASK_EXCEPTION, EchoGuard.APP, JsonValue.EMPTY_JSON_OBJECT))).isFalse();
    }

    @Test
    void tellsNobodyOfTheRulesOwnPolicies() {
        JsonObject own = object("binding", Json.createObjectBuilder().add("target", rule.getId().toString()).build());
        JsonObject other = object("binding", Json.createObjectBuilder().add("target", UUID.randomUUID().toString()).build());

        assertThat(guard.admits(event(EventAction.POLICY_EXECUTION, "policies", own))).isFalse();
        assertThat(guard.admits(event(EventAction.POLICY_EXCEPTION, "policies", other))).isTrue();
    }

    @Test
    void tellsOfMailByOtherMeansThanMail() {
        AuditEvent sent = event(EventAction.EMAIL_SENT, "mail", JsonValue.EMPTY_JSON_OBJECT);

        assertThat(guard.admits(sent, mail)).isFalse();
        assertThat(guard.admits(sent, hook)).isTrue();
    }

    @Test
    void callsNoWebhookBecauseAWebhooksMappingFailed() {
        JsonObject own = object("mapping_pk", Json.createValue(hook.getBodyMappingId().toString()));
        AuditEvent failed = event(EventAction.PROPERTY_MAPPING_EXCEPTION, "mapping", own);

        assertThat(guard.admits(failed, hook)).isFalse();
        assertThat(guard.admits(failed, mail)).isTrue();
    }

    @Test
    void describesAnEventInOneLine() {
        JsonObject model = object("model", Json.createObjectBuilder().add("model_name", "group").add("name", "Ad\r\nmins").build());
        AuditEvent event = event(EventAction.MODEL_UPDATED, "type", model);
        event.setActor(object("username", Json.createValue("eve\nBcc: x")));

        assertThat(EventText.of(event)).isEqualTo("Model updated: group Ad mins (eve Bcc: x)");
    }

    private static JsonObject object(String name, JsonValue value) {
        return Json.createObjectBuilder().add(name, value).build();
    }

    private NotificationRule rule() {
        NotificationRule made = new NotificationRule();
        made.setId(UUID.randomUUID());
        hook.setBodyMappingId(UUID.randomUUID());
        made.setTransports(Set.of(hook, mail));
        return made;
    }

    private static NotificationTransport transport(TransportMode mode) {
        NotificationTransport transport = new NotificationTransport();
        transport.setId(UUID.randomUUID());
        transport.setMode(mode);
        return transport;
    }

    private static AuditEvent event(String action, String app, JsonObject context) {
        AuditEvent event = new AuditEvent();
        event.setAction(action);
        event.setApp(app);
        event.setContext(context);
        return event;
    }
}
