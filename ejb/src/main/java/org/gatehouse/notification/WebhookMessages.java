package org.gatehouse.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.security.cert.X509Certificate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.access.Actor;
import org.gatehouse.crypto.Pem;
import org.gatehouse.event.EventModel;
import org.gatehouse.expression.ExpressionFailed;
import org.gatehouse.expression.UserVariables;
import org.gatehouse.mapping.PreparedMapping;
import org.gatehouse.mapping.PropertyMappings;
import org.gatehouse.mapping.notification.NotificationMapping;
import org.gatehouse.model.crypto.CertificateKeyPairRepository;
import org.gatehouse.model.directory.User;
import org.gatehouse.model.event.AuditEvent;
import org.gatehouse.model.notification.NotificationTransport;
import org.gatehouse.model.notification.Severity;
import org.gatehouse.model.notification.TransportMode;
import org.gatehouse.outgoing.OutgoingRequest;

/** Writes what webhooks are sent: what the transport's mappings yield, else a plain document, or the shape of Slack. */
@ApplicationScoped
class WebhookMessages {

    private static final String JSON = "application/json";

    /** Of the header names that HTTP has itself, those that would change what message this is. */
    private static final List<String> CLOSED = List.of("host", "content-length", "transfer-encoding", "connection", "expect", "upgrade", "te", "trailer");
    private static final int MOST_HEADERS = 50;
    private static final int LONGEST_FIELD = 200;

    @Inject
    private PropertyMappings mappings;

    @Inject
    private UserVariables users;

    @Inject
    private CertificateKeyPairRepository certificates;

    /** What somebody is told. */
    record Message(Severity severity, String body, Optional<AuditEvent> event, Optional<User> user) {
    }

    /**
     * The call for a message.
     *
     * @throws ExpressionFailed when a mapping fails or does not yield what it should; an event says which
     */
    OutgoingRequest write(NotificationTransport transport, Message message) {
        Map<String, Object> variables = variables(message);
        OutgoingRequest request = OutgoingRequest.post(transport.getWebhookUrl(), JSON, body(transport, message, variables));
        for (Map.Entry<String, String> header : headers(transport, message, variables).entrySet()) {
            request = request.header(header.getKey(), header.getValue());
        }
        return transport.getWebhookCaId() == null ? request : request.trusting(authority(transport.getWebhookCaId()));
    }

    private X509Certificate authority(UUID id) {
        return certificates.find(id).map(found -> Pem.readCertificate(found.getCertificate()))
                .orElseThrow(() -> new ExpressionFailed("The certificate of a webhook's authority is gone."));
    }

    private Map<String, Object> variables(Message message) {
        JsonObject notification = Json.createObjectBuilder().add("severity", message.severity().wireName()).add("body", message.body()).build();
        return NotificationMapping.variables(message.user().map(users::of).orElseGet(UserVariables::anonymous), Map.of(), notification,
                message.event().map(EventModel::wire).orElse(JsonValue.EMPTY_JSON_OBJECT));
    }

    private String body(NotificationTransport transport, Message message, Map<String, Object> variables) {
        Optional<Object> mapped = evaluate(transport.getBodyMappingId(), message, variables);
        if (mapped.isPresent()) {
            return mapped.get() instanceof Map<?, ?> map ? json(map).toString() : String.valueOf(mapped.get());
        }
        return (transport.getMode() == TransportMode.WEBHOOK_SLACK ? slack(message) : plain(message)).toString();
    }

    private Optional<Object> evaluate(UUID mapping, Message message, Map<String, Object> variables) {
        List<PreparedMapping> found = mapping == null ? List.of() : mappings.find(List.of(mapping));
        Actor actor = message.user().map(user -> Actor.of(user, false)).orElseGet(Actor::anonymous);
        return found.stream().findFirst().map(one -> mappings.evaluate(one, variables, actor));
    }

    @SuppressWarnings("unchecked")
    private static JsonObject json(Map<?, ?> map) {
        try {
            return Json.createObjectBuilder((Map<String, Object>) map).build();
        } catch (IllegalArgumentException notJson) {
            throw new ExpressionFailed("The mapping of a webhook does not yield JSON.");
        }
    }

    private static JsonObject plain(Message message) {
        JsonObjectBuilder document = Json.createObjectBuilder().add("body", message.body()).add("severity", message.severity().wireName());
        message.user().ifPresent(user -> document.add("user_email", Optional.ofNullable(user.getEmail()).orElse(""))
                .add("user_username", user.getUsername()));
        message.event().ifPresent(event -> document.add("event", EventModel.wire(event)));
        return document.build();
    }

    /** Slack's message with one attachment; Discord takes it too. */
    private static JsonObject slack(Message message) {
        JsonArrayBuilder fields = Json.createArrayBuilder();
        field(fields, "Severity", message.severity().wireName());
        message.user().ifPresent(user -> field(fields, "Dispatched for user", user.getUsername()));
        message.event().ifPresent(event -> {
            field(fields, "Event user", event.getActor().getString("username", ""));
            field(fields, "Action", event.getAction());
            field(fields, "Address", Optional.ofNullable(event.getClientIp()).orElse(""));
        });
        JsonObject attachment = Json.createObjectBuilder().add("author_name", "Gatehouse").add("color", "#2557d6")
                .add("title", escaped(message.body())).add("fallback", escaped(message.body())).add("fields", fields).build();
        return Json.createObjectBuilder().add("username", "Gatehouse").add("text", escaped(message.body()))
                .add("attachments", Json.createArrayBuilder().add(attachment)).build();
    }

    private static void field(JsonArrayBuilder fields, String title, String value) {
        if (!value.isEmpty()) {
            fields.add(Json.createObjectBuilder().add("title", title).add("value", escaped(value)).add("short", true));
        }
    }

    /** Slack reads links and calls for everybody's attention in angle brackets; a stranger's user name must not be able to. */
    private static String escaped(String text) {
        String plain = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return plain.length() > LONGEST_FIELD * 3 ? plain.substring(0, LONGEST_FIELD * 3) : plain;
    }

    /** What is no header name or value is left out by nobody: it is refused, as a line end would begin another header. */
    private Map<String, String> headers(NotificationTransport transport, Message message, Map<String, Object> variables) {
        Map<String, String> headers = new LinkedHashMap<>();
        Object yielded = evaluate(transport.getHeadersMappingId(), message, variables).orElse(Map.of());
        if (!(yielded instanceof Map<?, ?> map) || map.size() > MOST_HEADERS) {
            throw new ExpressionFailed("The mapping of a webhook's headers does not yield a map of at most " + MOST_HEADERS + " headers.");
        }
        map.forEach((name, value) -> {
            String key = String.valueOf(name);
            String text = String.valueOf(value);
            if (!key.matches("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}") || CLOSED.contains(key.toLowerCase(Locale.ROOT)) || !text.matches("[\\x20-\\x7e]{0,4000}")) {
                throw new ExpressionFailed("The mapping of a webhook's headers yields one that cannot be sent.");
            }
            headers.put(key, text);
        });
        return headers;
    }
}
