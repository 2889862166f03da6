package org.gatehouse.type;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gatehouse.access.Actor;
import org.gatehouse.access.CreatorGrants;
import org.gatehouse.crypto.Digests;
import org.gatehouse.event.EventAction;
import org.gatehouse.event.EventDraft;
import org.gatehouse.event.Events;

/**
 * The one way to read and write managed objects: console, API and blueprints all come through here. Each write is one
 * transaction: permission, the model's own rules, audit event with a diff, change notification.
 */
@Stateless
public class ManagedModels {

    @Inject
    private ListRights lists;

    @Inject
    private ObjectRights objects;

    @Inject
    private CreatorGrants creators;

    @Inject
    private Events events;

    @Inject
    private Event<ObjectChanged> changes;

    @Inject
    @Any
    private Instance<DocumentCheck> checks;

    /** @throws org.gatehouse.access.AccessDenied when the actor may not see such objects */
    public ModelPage list(Actor actor, Model model, ModelQuery query) {
        return model.list(actor, lists.narrow(actor, model, query));
    }

    /** @throws ObjectNotFound when there is no such object */
    public JsonObject read(Actor actor, Model model, String key) {
        requireView(actor, model, key);
        return model.read(actor, key).orElseThrow(() -> ObjectRights.notFound(model));
    }

    private void requireView(Actor actor, Model model, String key) {
        if (!model.isOwn(actor, key)) {
            objects.requireVisible(actor, model, key);
        }
    }

    /**
     * Creates an object.
     *
     * @return its key
     */
    public String create(Actor actor, Model model, JsonObject document) {
        objects.requireCreate(actor, model);
        check(model, Optional.empty(), document, document);
        String key = model.save(actor, Optional.empty(), document);
        noteCreated(actor, model, key);
        return key;
    }

    /** Notes an object that had to be made by a statement of its own, which only one of many at once could win: the event and the news. */
    public void noteCreated(Actor actor, Model model, String key) {
        objects.requireCreate(actor, model);
        model.rightsKey(key).ifPresent(pk -> creators.created(actor, model.name(), pk));
        JsonObject after = model.document(key).orElse(JsonValue.EMPTY_JSON_OBJECT);
        record(actor, EventAction.MODEL_CREATED, model, key, after, DocumentDiff.between(JsonValue.EMPTY_JSON_OBJECT, after));
        changes.fire(new ObjectChanged(model.name(), key, ObjectChanged.Change.CREATED));
    }

    /**
     * What the object's writable fields are now, as a short text that changes with them: whoever edits keeps it, and sends it along with
     * what was made of them. Secrets do not count.
     */
    public String revision(Actor actor, Model model, String key) {
        requireView(actor, model, key);
        return revision(model.document(key).orElseThrow(() -> ObjectRights.notFound(model)));
    }

    private static String revision(JsonObject document) {
        return Digests.sha256(document.toString());
    }

    /** Replaces all writable fields; what is left out falls back to its default. Returns the (possibly changed) key. */
    public String replace(Actor actor, Model model, String key, JsonObject document) {
        return replace(actor, model, key, document, Optional.empty());
    }

    /**
     * As {@link #replace(Actor, Model, String, JsonObject)}, of exactly what the editor has seen.
     *
     * @param seen the revision that was edited; empty for any
     * @throws StaleWrite when somebody has changed the object since
     */
    public String replace(Actor actor, Model model, String key, JsonObject document, Optional<String> seen) {
        objects.require(actor, model, key, Model.Operation.UPDATE);
        JsonObject before = model.document(key).orElseThrow(() -> ObjectRights.notFound(model));
        refuseStale(model, before, document, seen);
        check(model, Optional.of(key), document, document);
        return store(actor, model, key, before, document);
    }

    /** Changes the fields that are sent and leaves the others. Returns the (possibly changed) key. */
    public String patch(Actor actor, Model model, String key, JsonObject changed) {
        return patch(actor, model, key, changed, Optional.empty());
    }

    /**
     * As {@link #patch(Actor, Model, String, JsonObject)}, of exactly what the editor has seen.
     *
     * @param seen the revision that was edited; empty for any
     * @throws StaleWrite when somebody has changed the object since
     */
    public String patch(Actor actor, Model model, String key, JsonObject changed, Optional<String> seen) {
        objects.require(actor, model, key, Model.Operation.UPDATE);
        JsonObject before = model.document(key).orElseThrow(() -> ObjectRights.notFound(model));
        refuseStale(model, before, changed, seen);
        JsonObjectBuilder merged = Json.createObjectBuilder(before);
        changed.forEach(merged::add);
        JsonObject document = merged.build();
        check(model, Optional.of(key), changed, document);
        return store(actor, model, key, before, document);
    }

    private void check(Model model, Optional<String> key, JsonObject sent, JsonObject document) {
        FieldProblems problems = new FieldProblems();
        checks.forEach(check -> check.check(model, key, sent, document, problems));
        problems.refuseIfAny();
    }

    private static void refuseStale(Model model, JsonObject current, JsonObject yours, Optional<String> seen) {
        if (seen.filter(revision -> !revision.equals(revision(current))).isPresent()) {
            JsonObjectBuilder shown = Json.createObjectBuilder(yours);
            model.fields().stream().filter(FieldDescriptor::isSecret).forEach(field -> shown.remove(field.wireName()));
            throw new StaleWrite(current, shown.build());
        }
    }

    private String store(Actor actor, Model model, String key, JsonObject before, JsonObject document) {
        String newKey = model.save(actor, Optional.of(key), document);
        JsonObject diff = DocumentDiff.between(before, model.document(newKey).orElse(JsonValue.EMPTY_JSON_OBJECT));
        boolean secretSent = model.fields().stream().filter(FieldDescriptor::isSecret).anyMatch(f -> document.containsKey(f.wireName()));
        if (!diff.isEmpty() || secretSent) {
            record(actor, EventAction.MODEL_UPDATED, model, newKey, before, diff);
            changes.fire(new ObjectChanged(model.name(), newKey, ObjectChanged.Change.UPDATED));
        }
        return newKey;
    }

    /** @throws ObjectInUse when something refers to it */
    public void delete(Actor actor, Model model, String key) {
        objects.require(actor, model, key, Model.Operation.DELETE);
        JsonObject before = model.document(key).orElseThrow(() -> ObjectRights.notFound(model));
        Optional<String> pk = model.rightsKey(key);
        model.delete(actor, key);
        pk.ifPresent(gone -> creators.deleted(model.name(), gone));
        record(actor, EventAction.MODEL_DELETED, model, key, before, DocumentDiff.between(before, JsonValue.EMPTY_JSON_OBJECT));
        changes.fire(new ObjectChanged(model.name(), key, ObjectChanged.Change.DELETED));
    }

    /** What refers to the object; of what the actor may not see only that it is there. */
    public List<UsedBy> usedBy(Actor actor, Model model, String key) {
        requireView(actor, model, key);
        model.document(key).orElseThrow(() -> ObjectRights.notFound(model));
        return objects.shown(actor, model.usedBy(key));
    }

    private void record(Actor actor, String action, Model model, String key, JsonObject document, JsonObject diff) {
        int dot = model.name().indexOf('.');
        JsonObject about = Json.createObjectBuilder()
                .add("app", model.name().substring(0, dot))
                .add("model_name", model.name().substring(dot + 1))
                .add("pk", key)
                .add("name", nameIn(document, key))
                .build();
        events.recordWithin(EventDraft.of(action, "type", actor).with("model", about).with("diff", diff));
    }

    /** What people call the object, for whoever reads the log after it is gone. */
    private static String nameIn(JsonObject document, String key) {
        return Stream.of("username", "name", "identifier", "domain").map(field -> document.getString(field, ""))
                .filter(name -> !name.isEmpty()).findFirst().orElse(key);
    }
}
