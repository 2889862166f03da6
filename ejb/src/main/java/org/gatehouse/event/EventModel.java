package org.gatehouse.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.Set;
import org.gatehouse.access.Actor;
import org.gatehouse.model.event.AuditEvent;
import org.gatehouse.model.event.AuditEventRepository;
import org.gatehouse.type.FieldProblems;
import org.gatehouse.type.InvalidInput;
import org.gatehouse.type.RowModel;
import org.gatehouse.type.WireObject;

/** The audit log as administrators read it. Nobody changes or deletes what has happened; the retention does. */
@ApplicationScoped
public class EventModel extends RowModel<AuditEvent> {

    @Inject
    private AuditEventRepository events;

    public EventModel() {
        super(AuditEventRepository.COLUMNS);
    }

    @Override
    public String name() {
        return "authentik_events.event";
    }

    @Override
    public String path() {
        return "events/events";
    }

    @Override
    public Set<Operation> operations() {
        return Set.of();
    }

    @Override
    protected AuditEventRepository repository() {
        return events;
    }

    @Override
    protected String keyOf(AuditEvent event) {
        return event.getId().toString();
    }

    @Override
    protected JsonObject wire(AuditEvent event) {
        return WireObject.empty()
                .put("pk", event.getId())
                .put("user", event.getActor())
                .put("action", event.getAction())
                .put("app", event.getApp())
                .put("context", event.getContext())
                .put("client_ip", event.getClientIp())
                .put("created", event.getCreated())
                .put("expires", event.getExpires())
                .put("brand", event.getBrand())
                .build();
    }

    @Override
    public void delete(Actor actor, String key) {
        throw new InvalidInput(FieldProblems.GENERAL, "Events cannot be deleted.");
    }
}
