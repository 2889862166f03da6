package org.gatehouse.event;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.gatehouse.access.Actor;
import org.gatehouse.model.event.AuditEvent;
import org.gatehouse.model.event.AuditEventRepository;

/** Writes the audit log. Every event is also a log line. */
@Stateless
public class Events {

    private static final Logger LOG = Logger.getLogger(Events.class.getName());

    @Inject
    private AuditEventRepository repository;

    @Inject
    private RequestOrigin origin;

    @Inject
    private Event<EventRecorded> recorded;

    @Inject
    private Clock clock;

    @Inject
    @ConfigProperty(name = "gatehouse.events.retention-days", defaultValue = "365")
    private int retentionDays;

    /**
     * Keeps the event, whatever becomes of the caller's transaction: for what happened although it was refused. Costs a
     * transaction and a connection of its own.
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void record(EventDraft draft) {
        write(draft);
    }

    /** Keeps the event if and only if the caller's transaction commits: for what the transaction itself did. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public void recordWithin(EventDraft draft) {
        write(draft);
    }

    private void write(EventDraft draft) {
        Instant now = clock.instant();
        AuditEvent event = new AuditEvent();
        event.setId(UUID.randomUUID());
        event.setAction(draft.action());
        event.setApp(draft.app());
        event.setActor(describe(draft.actor()));
        event.setContext(contextOf(draft));
        event.setClientIp(clientIp());
        event.setBrand(JsonValue.EMPTY_JSON_OBJECT);
        event.setCreated(now);
        event.setExpires(now.plus(Duration.ofDays(retentionDays)));
        repository.add(event);
        recorded.fire(new EventRecorded(draft.action(), draft.app()));
        LOG.info(() -> "event " + draft.action() + " app=" + draft.app() + " user=" + draft.actor().username()
                + " context=" + draft.context());
    }

    private JsonObject contextOf(EventDraft draft) {
        String requestId = inRequest() ? origin.requestId() : "";
        return requestId.isEmpty() ? draft.context() : draft.with("request_id", requestId).context();
    }

    private String clientIp() {
        return inRequest() ? origin.clientIp() : null;
    }

    private boolean inRequest() {
        try {
            return origin.clientIp() != null;
        } catch (ContextNotActiveException outside) {
            return false;
        }
    }

    private static JsonObject describe(Actor actor) {
        JsonObjectBuilder user = Json.createObjectBuilder();
        if (actor.userId() != null) {
            user.add("pk", actor.userId());
        }
        return user.add("username", actor.username() == null ? "" : actor.username()).build();
    }
}
