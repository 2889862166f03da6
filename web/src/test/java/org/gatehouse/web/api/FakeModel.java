package org.gatehouse.web.api;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;
import org.gatehouse.access.Actor;
import org.gatehouse.type.FieldDescriptor;
import org.gatehouse.type.Model;
import org.gatehouse.type.ModelPage;
import org.gatehouse.type.ModelQuery;

/** A model with a name, a path and fields, and no objects. */
public record FakeModel(String name, String path, List<FieldDescriptor> fields) implements Model {

    @Override
    public ModelPage list(Actor actor, ModelQuery query) {
        return new ModelPage(List.of(), 0);
    }

    @Override
    public Optional<JsonObject> read(Actor actor, String key) {
        return Optional.empty();
    }

    @Override
    public Optional<JsonObject> document(String key) {
        return Optional.empty();
    }

    @Override
    public Optional<String> find(JsonObject identifiers) {
        return Optional.empty();
    }

    @Override
    public String save(Actor actor, Optional<String> key, JsonObject document) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void delete(Actor actor, String key) {
        throw new UnsupportedOperationException();
    }
}
