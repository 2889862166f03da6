package org.gatehouse.event.export;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gatehouse.access.AccessDenied;
import org.gatehouse.access.Actor;
import org.gatehouse.access.Permission;
import org.gatehouse.access.Permissions;
import org.gatehouse.access.SpecialPermission;
import org.gatehouse.directory.UserWire;
import org.gatehouse.event.EventAction;
import org.gatehouse.event.EventDraft;
import org.gatehouse.event.EventModel;
import org.gatehouse.event.Events;
import org.gatehouse.event.query.EventListings;
import org.gatehouse.model.Listing;
import org.gatehouse.model.directory.UserRepository;
import org.gatehouse.model.event.export.DataExport;
import org.gatehouse.model.event.export.DataExportRepository;
import org.gatehouse.type.Listings;
import org.gatehouse.type.ModelPage;
import org.gatehouse.type.ModelQuery;
import org.gatehouse.type.ObjectKey;
import org.gatehouse.type.ObjectNotFound;
import org.gatehouse.type.WireObject;

/** The exports that people have asked for; everybody sees only their own. They are complete at once, as the file is written while it is fetched. */
@Stateless
public class EventExports {

    private static final Duration KEPT = Duration.ofDays(7);
    private static final String SEARCH = "search";

    @Inject
    private DataExportRepository exports;

    @Inject
    private UserRepository users;

    @Inject
    private EventListings listings;

    @Inject
    private Events events;

    @Inject
    private Permissions permissions;

    @Inject
    private Clock clock;

    /**
     * Notes an export down.
     *
     * @param query filters and search as in a list of events
     * @return its full form
     * @throws org.gatehouse.type.InvalidInput when a filter's value does not fit
     */
    public JsonObject request(Actor actor, ModelQuery query) {
        permissions.require(actor, SpecialPermission.EXPORT_EVENTS);
        permissions.require(actor, Permission.view(EventModel.NAME));
        listings.of(query);
        Instant now = clock.instant();
        DataExport export = exports.add(new DataExport(UUID.randomUUID(), actor.requireUserId(), EventModel.NAME, toJson(query), now, now.plus(KEPT)));
        events.recordWithin(EventDraft.of(EventAction.EXPORT_READY, "events", actor).with("message", "An export of events is ready.")
                .with("export", export.getId().toString()).with("query", export.getQuery()));
        return wire(export);
    }

    /** One page of the actor's own. */
    public ModelPage list(Actor actor, ModelQuery query) {
        Listing own = Listings.of(query, DataExportRepository.COLUMNS).and("o.user_id = ?", actor.requireUserId());
        return new ModelPage(exports.list(own).stream().map(this::wire).toList(), exports.count(own));
    }

    /** @throws ObjectNotFound when the actor has no such export */
    public JsonObject read(Actor actor, String key) {
        return wire(get(actor, key));
    }

    /** Forgets an export. */
    public void delete(Actor actor, String key) {
        exports.remove(get(actor, key));
    }

    /**
     * What the file of an export holds.
     *
     * @param listing the events, without a page
     * @param until the moment it was asked for
     */
    public record Content(Listing listing, Instant until) {
    }

    /** @throws AccessDenied when the actor may not export events any more */
    public Content open(Actor actor, String key) {
        permissions.require(actor, SpecialPermission.EXPORT_EVENTS);
        permissions.require(actor, Permission.view(EventModel.NAME));
        DataExport export = get(actor, key);
        return new Content(listings.of(fromJson(export.getQuery())).listing(), export.getRequested());
    }

    private DataExport get(Actor actor, String key) {
        long user = actor.requireUserId();
        return ObjectKey.uuid(key).flatMap(exports::find).filter(export -> export.getUserId() == user)
                .filter(export -> export.getExpires().isAfter(clock.instant()))
                .orElseThrow(() -> new ObjectNotFound("No DataExport matches the given query."));
    }

    private JsonObject wire(DataExport export) {
        return WireObject.empty().put("id", export.getId())
                .put("requested_by", users.find(export.getUserId()).map(UserWire::partial).orElse(JsonObject.EMPTY_JSON_OBJECT))
                .put("requested_on", export.getRequested())
                .put("content_type", WireObject.empty().put("id", 1).put("app_label", "authentik_events").put("model", "event")
                        .put("verbose_name_plural", "Events").put("fully_qualified_model", EventModel.NAME).build())
                .put("query_params", export.getQuery())
                .put("file_url", "/api/v3/reports/exports/" + export.getId() + "/file/?format=csv")
                .put("completed", true).build();
    }

    private static JsonObject toJson(ModelQuery query) {
        JsonObjectBuilder json = Json.createObjectBuilder();
        query.filters().forEach((name, values) -> {
            JsonArrayBuilder array = Json.createArrayBuilder();
            values.forEach(array::add);
            json.add(name, array);
        });
        return query.search().isEmpty() ? json.build() : json.add(SEARCH, Json.createArrayBuilder().add(query.search())).build();
    }

    private static ModelQuery fromJson(JsonObject json) {
        Map<String, List<String>> filters = new HashMap<>();
        json.forEach((name, values) -> filters.put(name, ((JsonArray) values).getValuesAs(JsonString::getString)));
        String search = filters.getOrDefault(SEARCH, List.of()).stream().findFirst().orElse("");
        filters.remove(SEARCH);
        return new ModelQuery(search, filters, "", 1, 1);
    }
}
