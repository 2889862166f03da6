package org.gatehouse.event;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Logger;
import org.gatehouse.access.Actor;
import org.gatehouse.event.chain.EventVouchers;
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
    private EventLimiter limiter;

    @Inject
    private DeferredEvents deferred;

    @Inject
    private Event<EventRecorded> recorded;

    @Inject
    @Any
    private Instance<EventDetail> details;

    @Inject
    private Clock clock;

    @Inject
    private EventRetention retention;

    @Inject
    private EventVouchers vouchers;

    /**
     * Keeps the event, whatever becomes of the caller's transaction: for what happened although it was refused. Costs a
     * transaction and a connection of its own; inside of a transaction, {@link #recordLater} costs neither.
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void record(EventDraft draft) {
        keep(stamped(draft));
    }

    /** Keeps the event if and only if the caller's transaction commits: for what the transaction itself did. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public void recordWithin(EventDraft draft) {
        keep(stamped(draft));
    }

    /**
     * Keeps the event, whatever becomes of the caller's transaction, a moment after the call: the caller waits for nothing. See
     * {@link DeferredEvents} for what happens under load.
     */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public void recordLater(EventDraft draft) {
        StampedEvent event = stamped(draft);
        if (admits(event)) {
            deferred.offer(event);
        }
    }

    private void keep(StampedEvent event) {
        if (admits(event)) {
            write(event);
        }
    }

    private boolean admits(StampedEvent event) {
        recorded.fire(EventRecorded.of(event.draft(), event.stamp().clientIp()));
        return limiter.admits(event.draft().action(), event.stamp().clientIp());
    }

    /** Writes an event as it was stamped, without counting it. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public void write(StampedEvent stamped) {
        EventDraft draft = stamped.draft();
        AuditEvent event = row(stamped);
        event.setExpires(retention.end(stamped.stamp().at()));
        event.setVoucher(vouchers.of(event));
        repository.add(event);
        LOG.info(() -> "event " + draft.action() + " app=" + draft.app() + " user=" + draft.actor().username()
                + " context=" + draft.context());
    }

    /** The row of an event, but for its end. */
    static AuditEvent row(StampedEvent stamped) {
        EventDraft draft = stamped.draft();
        EventStamp stamp = stamped.stamp();
        AuditEvent event = new AuditEvent();
        event.setId(UUID.randomUUID());
        event.setAction(draft.action());
        event.setApp(draft.app());
        event.setActor(describe(draft.actor(), stamp.actingUser()));
        event.setContext(context(draft, stamp));
        event.setClientIp(stamp.clientIp());
        event.setBrand(stamp.details().get(EventDetail.BRAND) instanceof JsonObject brand ? brand : JsonValue.EMPTY_JSON_OBJECT);
        // The database keeps no more than that, and the voucher is for what is kept.
        event.setCreated(stamp.at().truncatedTo(ChronoUnit.MICROS));
        return event;
    }

    private static JsonObject context(EventDraft draft, EventStamp stamp) {
        JsonObjectBuilder context = Json.createObjectBuilder();
        stamp.details().forEach((name, value) -> {
            if (!name.equals(EventDetail.BRAND)) {
                context.add(name, value);
            }
        });
        draft.context().forEach(context::add);
        return (stamp.requestId().isEmpty() ? context : context.add("request_id", stamp.requestId())).build();
    }

    private StampedEvent stamped(EventDraft draft) {
        return new StampedEvent(draft, inRequest()
                ? new EventStamp(clock.instant(), origin.clientIp(), origin.requestId(), origin.actingUser(), details())
                : new EventStamp(clock.instant(), null, ""));
    }

    private Map<String, JsonValue> details() {
        Map<String, JsonValue> known = new HashMap<>();
        details.forEach(detail -> known.putAll(detail.of(origin)));
        return known;
    }

    private boolean inRequest() {
        try {
            return origin.clientIp() != null;
        } catch (ContextNotActiveException outside) {
            return false;
        }
    }

    /** Who acts as somebody else did it, on behalf of that user: the contract's way of naming both. */
    private static JsonObject describe(Actor actor, Optional<ActingUser> actingUser) {
        JsonObject user = describe(actor);
        return actingUser.filter(acting -> !Long.valueOf(acting.id()).equals(actor.userId())).map(acting -> Json.createObjectBuilder()
                .add("pk", acting.id()).add("username", acting.username()).add("on_behalf_of", user).build()).orElse(user);
    }

    static JsonObject describe(Actor actor) {
        JsonObjectBuilder user = Json.createObjectBuilder();
        if (actor.userId() != null) {
            user.add("pk", actor.userId());
        }
        return user.add("username", actor.username() == null ? "" : actor.username()).build();
    }
}
