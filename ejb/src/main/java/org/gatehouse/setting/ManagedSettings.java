package org.gatehouse.setting;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Optional;
import org.gatehouse.access.Actor;
import org.gatehouse.access.Permissions;
import org.gatehouse.access.SpecialPermission;
import org.gatehouse.event.EventAction;
import org.gatehouse.event.EventDraft;
import org.gatehouse.event.Events;
import org.gatehouse.model.installation.StoredSettings;
import org.gatehouse.type.DocumentDiff;
import org.gatehouse.type.DocumentReader;
import org.gatehouse.type.FieldProblems;
import org.gatehouse.type.ObjectChanged;

/** The settings as administrators see and change them; each change leaves an event that says what changed. */
@Stateless
public class ManagedSettings {

    private static final String KEY = "1";

    @Inject
    private Permissions permissions;

    @Inject
    private Settings settings;

    @Inject
    private StoredSettings stored;

    @Inject
    private DocumentReader reader;

    @Inject
    private Events events;

    @Inject
    private Event<ObjectChanged> changes;

    /** All settings. */
    public JsonObject read(Actor actor) {
        permissions.require(actor, SpecialPermission.VIEW_SYSTEM_SETTINGS);
        return settings.wire(settings.read(stored.find()));
    }

    /** Replaces all settings; what is left out falls back to its default. */
    public JsonObject replace(Actor actor, JsonObject document) {
        return store(actor, document, false);
    }

    /** Changes the settings that are sent. */
    public JsonObject patch(Actor actor, JsonObject changed) {
        return store(actor, changed, true);
    }

    private JsonObject store(Actor actor, JsonObject sent, boolean partly) {
        permissions.require(actor, SpecialPermission.EDIT_SYSTEM_SETTINGS);
        JsonObject before = settings.wire(settings.read(stored.findToChange()));
        SystemSettings wanted = checked(partly ? merged(before, sent) : sent);
        JsonObject after = settings.wire(wanted);
        JsonObject diff = DocumentDiff.between(before, after);
        if (!diff.isEmpty()) {
            stored.store(after);
            events.recordWithin(EventDraft.of(EventAction.MODEL_UPDATED, "setting", actor).with("model", about()).with("diff", diff));
            changes.fire(new ObjectChanged(Settings.MODEL, KEY, ObjectChanged.Change.UPDATED));
        }
        return after;
    }

    private SystemSettings checked(JsonObject document) {
        FieldProblems problems = new FieldProblems();
        SystemSettings read = reader.read(SystemSettings.class, document, problems);
        problems.refuseIfAny();
        read.check(problems);
        problems.refuseIfAny();
        return read;
    }

    private static JsonObject merged(JsonObject before, JsonObject sent) {
        JsonObjectBuilder merged = Json.createObjectBuilder(before);
        sent.forEach(merged::add);
        Optional.ofNullable(sent.get("flags")).filter(JsonObject.class::isInstance).map(JsonObject.class::cast).ifPresent(flags -> {
            JsonObjectBuilder both = Json.createObjectBuilder(before.getJsonObject("flags"));
            flags.forEach(both::add);
            merged.add("flags", both);
        });
        return merged.build();
    }

    private static JsonObject about() {
        int dot = Settings.MODEL.indexOf('.');
        return Json.createObjectBuilder().add("app", Settings.MODEL.substring(0, dot)).add("model_name", Settings.MODEL.substring(dot + 1))
                .add("pk", KEY).add("name", "Settings").build();
    }
}
