package org.gatehouse.event;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import org.gatehouse.access.Actor;

/**
 * Something that happened, before the log adds when and from where.
 *
 * @param action one of {@link EventAction}
 * @param app the part of the product it happened in, such as {@code stages.password}
 * @param actor who did it
 * @param context what else is known; never a secret
 */
public record EventDraft(String action, String app, Actor actor, JsonObject context) {

    public static EventDraft of(String action, String app, Actor actor) {
        return new EventDraft(action, app, actor, JsonValue.EMPTY_JSON_OBJECT);
    }

    /** This event with one more fact. */
    public EventDraft with(String key, String value) {
        return with(key, value == null ? JsonValue.NULL : Json.createValue(value));
    }

    /** This event with one more fact. */
    public EventDraft with(String key, JsonValue value) {
        JsonObjectBuilder more = Json.createObjectBuilder(context);
        return new EventDraft(action, app, actor, more.add(key, value).build());
    }
}
