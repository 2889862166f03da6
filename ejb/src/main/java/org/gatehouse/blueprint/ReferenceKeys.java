package org.gatehouse.blueprint;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import org.gatehouse.access.Actor;
import org.gatehouse.type.Model;

/** What other objects refer to an object by: its {@code pk}, which need not be the key in its path (a flow's is its slug). */
@ApplicationScoped
class ReferenceKeys {

    JsonValue of(Model model, String key) {
        return model.read(Actor.ofSystem(), key).map(wire -> wire.getOrDefault("pk", wire.get(model.keyField()))).orElse(Json.createValue(key));
    }
}
