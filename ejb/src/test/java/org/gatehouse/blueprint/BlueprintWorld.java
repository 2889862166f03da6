package org.gatehouse.blueprint;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.access.Actor;
import org.gatehouse.fixture.Wired;
import org.gatehouse.type.ObjectRights;
import org.gatehouse.type.ManagedModels;
import org.gatehouse.type.Model;
import org.gatehouse.type.ModelRegistry;

/** An applier with models in memory, and a record of what it wrote. */
final class BlueprintWorld {

    final List<String> writes = new ArrayList<>();
    final BlueprintApplier applier;
    private final Map<String, MemoryModel> models = new LinkedHashMap<>();

    BlueprintWorld() {
        this(Optional.empty());
    }

    /** A world with a blueprint directory; of the environment it shows two variables. */
    BlueprintWorld(Optional<Path> directory) {
        applier = Wired.with(new BlueprintApplier(), new Registry(), new Writes(), new BlueprintSurroundings(directory.map(Path::toString),
                List.of("BLUEPRINT_*", "TEAM", "GATEHOUSE_DB"), Map.of("BLUEPRINT_HOST", "wiki.example.com", "TEAM", "blue", "PGPASSWORD", "secret",
                "GATEHOUSE_DB", "secret")::get));
    }

    MemoryModel add(String name, String keyField, List<Class<? extends Record>> documents) {
        MemoryModel model = new MemoryModel(name, keyField, documents);
        models.put(name, model);
        return model;
    }

    MemoryModel model(String name) {
        return models.get(name);
    }

    List<EntryResult> apply(String yaml) {
        return apply(yaml, JsonValue.EMPTY_JSON_OBJECT);
    }

    List<EntryResult> apply(String yaml, JsonObject context) {
        return applier.apply(new BlueprintReader().read("test.yaml", yaml), context);
    }

    /** What applying it changes, as a rehearsal shows it; without a database nothing is taken back. */
    List<EntryChange> changes(String yaml) {
        return new BlueprintRun(new ObjectSearch(new Registry(), new BlueprintSurroundings(Optional.empty(), List.of(), name -> null)),
                EntryWrites.rehearsed(Actor.ofSystem(), new NoLimits()), true).carryOut(new BlueprintReader().read("test.yaml", yaml), JsonValue.EMPTY_JSON_OBJECT);
    }

    /** The product itself may everything. */
    private static final class NoLimits extends ObjectRights {

        @Override
        public void requireCreate(Actor actor, Model model) {
        }

        @Override
        public void require(Actor actor, Model model, String key, Model.Operation operation) {
        }
    }

    private final class Registry extends ModelRegistry {

        @Override
        public Optional<Model> findByName(String name) {
            return Optional.ofNullable(models.get(name));
        }
    }

    private final class Writes extends ManagedModels {

        @Override
        public String create(Actor actor, Model model, JsonObject document) {
            writes.add("create " + model.name());
            return model.save(actor, Optional.empty(), document);
        }

        @Override
        public String patch(Actor actor, Model model, String key, JsonObject changed) {
            writes.add("patch " + model.name());
            var merged = jakarta.json.Json.createObjectBuilder(model.document(key).orElseThrow());
            changed.forEach(merged::add);
            return model.save(actor, Optional.of(key), merged.build());
        }

        @Override
        public void delete(Actor actor, Model model, String key) {
            writes.add("delete " + model.name());
            model.delete(actor, key);
        }

        @Override
        public JsonObject read(Actor actor, Model model, String key) {
            return model.read(actor, key).orElseThrow();
        }
    }
}
