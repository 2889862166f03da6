package org.gatehouse.notification;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gatehouse.event.EventAction;
import org.gatehouse.model.event.AuditEvent;
import org.gatehouse.model.notification.NotificationRule;
import org.gatehouse.model.notification.NotificationTransport;
import org.gatehouse.model.notification.TransportMode;

/**
 * Keeps notifications from causing notifications for ever. A failed delivery, an evaluation of a rule's own policies and the like leave
 * events; these are told to nobody, or not in the way that has caused them.
 */
final class EchoGuard {

    /** The part of the product that events about deliveries name. */
    static final String APP = "notifications";

    private static final String MAIL = "mail";

    private final Set<String> rules;
    private final Set<String> mappings;

    EchoGuard(Collection<NotificationRule> all) {
        rules = all.stream().map(rule -> rule.getId().toString()).collect(Collectors.toSet());
        mappings = all.stream().flatMap(rule -> rule.getTransports().stream())
                .flatMap(transport -> Stream.of(transport.getBodyMappingId(), transport.getHeadersMappingId())).filter(Objects::nonNull)
                .map(Object::toString).collect(Collectors.toSet());
    }

    /** Whether rules may be asked about the event at all. */
    boolean admits(AuditEvent event) {
        return !event.getApp().equals(APP) && !(event.getContext().get("binding") instanceof JsonObject binding && rules.contains(text(binding, "target")));
    }

    /** Whether the event may be told in this way. */
    boolean admits(AuditEvent event, NotificationTransport transport) {
        if (transport.getMode() == TransportMode.EMAIL) {
            return !event.getApp().equals(MAIL);
        }
        boolean ownMapping = event.getAction().equals(EventAction.PROPERTY_MAPPING_EXCEPTION)
                && mappings.contains(text(event.getContext(), "mapping_pk"));
        return !transport.getMode().isWebhook() || !ownMapping;
    }

    private static String text(JsonObject object, String field) {
        return object.get(field) instanceof JsonString text ? text.getString() : "";
    }
}
