package org.gatehouse.blueprint;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Optional;
import org.gatehouse.access.Actor;
import org.gatehouse.type.ManagedModels;
import org.gatehouse.type.Model;
import org.gatehouse.type.ObjectRights;

/** How a blueprint's objects are written: for good, or only to see what would happen. */
interface EntryWrites {

    /** @return the key */
    String create(Model model, JsonObject document);

    /** @return the (possibly changed) key */
    String patch(Model model, String key, JsonObject changed);

    void delete(Model model, String key);

    /** With everything that goes with a change: audit events, and news for caches. */
    static EntryWrites lasting(Actor actor, ManagedModels models) {
        return new EntryWrites() {

            @Override
            public String create(Model model, JsonObject document) {
                return models.create(actor, model, document);
            }

            @Override
            public String patch(Model model, String key, JsonObject changed) {
                return models.patch(actor, model, key, changed);
            }

            @Override
            public void delete(Model model, String key) {
                models.delete(actor, model, key);
            }
        };
    }

    /** Only the rows, for a transaction that will be rolled back: nobody shall hear of it. */
    static EntryWrites rehearsed(Actor actor, ObjectRights rights) {
        return new EntryWrites() {

            @Override
            public String create(Model model, JsonObject document) {
                rights.requireCreate(actor, model);
                return model.save(actor, Optional.empty(), document);
            }

            @Override
            public String patch(Model model, String key, JsonObject changed) {
                rights.require(actor, model, key, Model.Operation.UPDATE);
                JsonObjectBuilder merged = Json.createObjectBuilder(model.document(key).orElseThrow());
                changed.forEach(merged::add);
                return model.save(actor, Optional.of(key), merged.build());
            }

            @Override
            public void delete(Model model, String key) {
                rights.require(actor, model, key, Model.Operation.DELETE);
                model.delete(actor, key);
            }
        };
    }
}
