package org.gatehouse.blueprint;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Optional;
import org.gatehouse.access.Actor;
import org.gatehouse.type.ManagedModels;
import org.gatehouse.type.Model;

/** How a blueprint's objects are written: for good, or only to see what would happen. */
interface EntryWrites {

    Actor ACTOR = Actor.ofSystem();

    /** @return the key */
    String create(Model model, JsonObject document);

    /** @return the (possibly changed) key */
    String patch(Model model, String key, JsonObject changed);

    void delete(Model model, String key);

    /** With everything that goes with a change: audit events, and news for caches. */
    static EntryWrites lasting(ManagedModels models) {
        return new EntryWrites() {

            @Override
            public String create(Model model, JsonObject document) {
                return models.create(ACTOR, model, document);
            }

            @Override
            public String patch(Model model, String key, JsonObject changed) {
                return models.patch(ACTOR, model, key, changed);
            }

            @Override
            public void delete(Model model, String key) {
                models.delete(ACTOR, model, key);
            }
        };
    }

    /** Only the rows, for a transaction that will be rolled back: nobody shall hear of it. */
    static EntryWrites rehearsed() {
        return new EntryWrites() {

            @Override
            public String create(Model model, JsonObject document) {
                return model.save(ACTOR, Optional.empty(), document);
            }

            @Override
            public String patch(Model model, String key, JsonObject changed) {
                JsonObjectBuilder merged = Json.createObjectBuilder(model.document(key).orElseThrow());
                changed.forEach(merged::add);
                return model.save(ACTOR, Optional.of(key), merged.build());
            }

            @Override
            public void delete(Model model, String key) {
                model.delete(ACTOR, key);
            }
        };
    }
}
