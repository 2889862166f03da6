package org.gatehouse.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.access.Actor;
import org.gatehouse.event.chain.EventVouchers;
import org.gatehouse.event.query.EventCounts;
import org.gatehouse.event.query.EventListings;
import org.gatehouse.model.event.AuditEvent;
import org.gatehouse.model.event.AuditEventRepository;
import org.gatehouse.type.Default;
import org.gatehouse.type.EntityModel;
import org.gatehouse.type.FieldProblems;
import org.gatehouse.type.ModelPage;
import org.gatehouse.type.ModelQuery;
import org.gatehouse.type.Moments;
import org.gatehouse.type.ObjectKey;
import org.gatehouse.type.WireObject;

/**
 * The audit log as administrators see it. What has happened cannot be changed: an event can only be kept for longer, or be deleted, which
 * leaves an event of its own. What others report over the API always names who has reported it.
 */
@ApplicationScoped
public class EventModel extends EntityModel<AuditEvent, EventModel.Document> {

    /** The model's name. */
    public static final String NAME = "authentik_events.event";

    private static final String REPORTER = "reported_by";
    private static final int LARGEST_CONTEXT = 64 * 1024;

    /** The writable fields. */
    public record Document(
            JsonObject user,
            @NotBlank @Size(max = 64) @Pattern(regexp = "[a-z0-9_]*") String action,
            @NotBlank @Size(max = 200) String app,
            @Default("{}") JsonObject context,
            @Size(max = 45) String clientIp,
            String expires,
            @Default("{}") JsonObject brand) {
    }

    @Inject
    private AuditEventRepository events;

    @Inject
    private EventListings listings;

    @Inject
    private EventCounts counts;

    @Inject
    private EventRetention retention;

    @Inject
    private EventVouchers vouchers;

    @Inject
    private Clock clock;

    public EventModel() {
        super(Document.class, AuditEventRepository.COLUMNS);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String path() {
        return "events/events";
    }

    @Override
    protected AuditEventRepository repository() {
        return events;
    }

    @Override
    public ModelPage list(Actor actor, ModelQuery query) {
        EventListings.Question question = listings.of(query);
        return new ModelPage(wire(actor, query, events.list(question.listing())), counts.of(question));
    }

    @Override
    protected Optional<AuditEvent> findByKey(String key) {
        return ObjectKey.uuid(key).flatMap(events::find);
    }

    @Override
    protected String keyOf(AuditEvent event) {
        return event.getId().toString();
    }

    @Override
    protected Document documentOf(AuditEvent event) {
        return new Document(event.getActor(), event.getAction(), event.getApp(), event.getContext(), event.getClientIp(),
                event.getExpires().toString(), event.getBrand());
    }

    @Override
    protected List<JsonObject> wire(Actor actor, ModelQuery query, List<AuditEvent> page) {
        return page.stream().map(EventModel::wire).toList();
    }

    /** The full form, also for exports and for what is sent to others. */
    public static JsonObject wire(AuditEvent event) {
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
    protected AuditEvent store(Actor actor, Optional<AuditEvent> existing, Document document, FieldProblems problems) {
        Optional<Instant> expires = Moments.read("expires", document.expires(), problems);
        return existing.map(event -> prolonged(event, expires, problems))
                .orElseGet(() -> reported(actor, document, expires, problems));
    }

    /** All other fields are read-only from the moment of the event on: as the contract has it for such fields, what is sent for them is ignored. */
    private static AuditEvent prolonged(AuditEvent event, Optional<Instant> expires, FieldProblems problems) {
        expires.filter(end -> end.isBefore(event.getExpires()))
                .ifPresent(end -> problems.add("expires", "An event can be kept for longer, but not for less."));
        problems.refuseIfAny();
        expires.ifPresent(event::setExpires);
        return event;
    }

    private static JsonObject emptyAsNull(JsonObject object) {
        return object == null || object.isEmpty() ? null : object;
    }

    private AuditEvent reported(Actor actor, Document document, Optional<Instant> expires, FieldProblems problems) {
        if (document.context().toString().length() > LARGEST_CONTEXT) {
            problems.add("context", "Ensure this field has no more than " + LARGEST_CONTEXT + " characters.");
        }
        if (!EventAction.ALL.contains(document.action()) && !document.action().startsWith(EventAction.CUSTOM)) {
            problems.add("action", "\"" + document.action() + "\" is not a valid choice.");
        }
        problems.refuseIfAny();
        EventStamp stamp = new EventStamp(clock.instant(), document.clientIp(), "");
        AuditEvent event = Events.row(new StampedEvent(new EventDraft(document.action(), document.app(), actor,
                SecretMask.mask(document.context())), stamp));
        event.setActor(reportedActor(actor, document));
        event.setBrand(document.brand());
        event.setExpires(expires.orElseGet(() -> retention.end(stamp.at())));
        event.setVoucher(vouchers.of(event));
        return events.add(event);
    }

    /** Whoever reports somebody else's deed stays visible. */
    private static JsonObject reportedActor(Actor actor, Document document) {
        JsonObject reporter = Events.describe(actor);
        JsonObject named = emptyAsNull(document.user());
        return named == null ? reporter : Json.createObjectBuilder(SecretMask.mask(named)).add(REPORTER, reporter).build();
    }
}
