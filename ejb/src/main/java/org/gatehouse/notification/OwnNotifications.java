package org.gatehouse.notification;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.gatehouse.access.Actor;
import org.gatehouse.event.EventModel;
import org.gatehouse.model.Listing;
import org.gatehouse.model.event.AuditEvent;
import org.gatehouse.model.event.AuditEventRepository;
import org.gatehouse.model.notification.Notification;
import org.gatehouse.model.notification.NotificationRepository;
import org.gatehouse.type.FieldProblems;
import org.gatehouse.type.InvalidInput;
import org.gatehouse.type.Listings;
import org.gatehouse.type.ModelPage;
import org.gatehouse.type.ModelQuery;
import org.gatehouse.type.ObjectKey;
import org.gatehouse.type.ObjectNotFound;
import org.gatehouse.type.WireObject;

/**
 * What a user was told. Everybody, administrators among them, sees and changes only what is their own; anybody else's is not there.
 * This is what programs get; pages show {@link org.gatehouse.notification.inbox.Inbox}.
 */
@Stateless
public class OwnNotifications {

    private static final int LONGEST_LINK = 4096;

    @Inject
    private NotificationRepository notifications;

    @Inject
    private AuditEventRepository events;

    /** One page, the latest first unless the query says otherwise. */
    public ModelPage list(Actor actor, ModelQuery query) {
        Listing listing = Listings.of(query, NotificationRepository.COLUMNS).and("o.user_id = ?", actor.requireUserId());
        return new ModelPage(wire(notifications.list(listing)), notifications.count(listing));
    }

    /** @throws ObjectNotFound when the user has no such notification */
    public JsonObject read(Actor actor, String key) {
        return wire(List.of(get(actor, key))).get(0);
    }

    private Notification get(Actor actor, String key) {
        long user = actor.requireUserId();
        return ObjectKey.uuid(key).flatMap(notifications::find).filter(found -> found.getUserId() == user)
                .orElseThrow(() -> new ObjectNotFound("No Notification matches the given query."));
    }

    /**
     * Changes whether it was seen, and where it leads.
     *
     * @param whole whether what is not sent falls back to its default
     * @throws InvalidInput when a value is not what it should be, by field
     */
    public void change(Actor actor, String key, JsonObject document, boolean whole) {
        Notification notification = get(actor, key);
        FieldProblems problems = new FieldProblems();
        JsonValue seen = document.get("seen");
        if (seen != null && seen != JsonValue.TRUE && seen != JsonValue.FALSE) {
            problems.add("seen", "Must be a valid boolean.");
        }
        Optional<String> link = text("hyperlink", document, problems);
        Optional<String> label = text("hyperlink_label", document, problems);
        link.filter(given -> !given.isEmpty() && !given.matches("(?i)https?://.*|/[^/\\\\].*"))
                .ifPresent(given -> problems.add("hyperlink", "Enter a valid URL."));
        problems.refuseIfAny();
        if (seen != null || whole) {
            notification.setSeen(seen == JsonValue.TRUE);
        }
        if (document.containsKey("hyperlink")) {
            notification.setHyperlink(link.orElse(null));
        }
        if (document.containsKey("hyperlink_label")) {
            notification.setHyperlinkLabel(label.orElse(null));
        }
        notifications.flush();
    }

    private static Optional<String> text(String field, JsonObject document, FieldProblems problems) {
        JsonValue value = document.getOrDefault(field, JsonValue.NULL);
        if (value != JsonValue.NULL && !(value instanceof JsonString text && text.getString().length() <= LONGEST_LINK)) {
            problems.add(field, "Not a valid string of at most " + LONGEST_LINK + " characters.");
        }
        return value instanceof JsonString text ? Optional.of(text.getString()) : Optional.empty();
    }

    /** Forgets one. */
    public void delete(Actor actor, String key) {
        notifications.remove(get(actor, key));
    }

    /** Marks all of the user's as seen. */
    public void markAllSeen(Actor actor) {
        notifications.markAllSeen(actor.requireUserId());
    }

    private List<JsonObject> wire(List<Notification> page) {
        Map<UUID, AuditEvent> about = events.findAll(page.stream().map(Notification::getEventId).filter(Objects::nonNull).distinct().toList())
                .stream().collect(Collectors.toMap(AuditEvent::getId, event -> event));
        return page.stream().map(notification -> wire(notification, Optional.ofNullable(about.get(notification.getEventId())))).toList();
    }

    /** The event without what only administrators see of it: its address, its request, its details. */
    private static JsonObject wire(Notification notification, Optional<AuditEvent> event) {
        WireObject wire = WireObject.empty().put("pk", notification.getId()).put("severity", notification.getSeverity())
                .put("body", notification.getBody()).put("hyperlink", notification.getHyperlink())
                .put("hyperlink_label", notification.getHyperlinkLabel()).put("created", notification.getCreated())
                .put("seen", notification.isSeen());
        event.ifPresent(about -> wire.put("event", WireObject.from(EventModel.wire(about)).put("context", JsonValue.EMPTY_JSON_OBJECT)
                .put("client_ip", null).build()));
        return wire.build();
    }
}
