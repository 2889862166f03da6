package org.gatehouse.type;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;
import org.gatehouse.access.Actor;

/** The model of one configured object type: a name and the fields of its settings record. */
final class ConfiguredObjectModel implements Model {

    private final TypeDescriptor<?> type;
    private final ConfiguredObjects objects;
    private final List<FieldDescriptor> fields;

    ConfiguredObjectModel(TypeDescriptor<?> type, ConfiguredObjects objects) {
        this.type = type;
        this.objects = objects;
        this.fields = ConfiguredObjects.fieldsOf(type);
    }

    @Override
    public String name() {
        return type.model();
    }

    @Override
    public String path() {
        return type.family().path() + "/" + type.path();
    }

    @Override
    public boolean isNarrowable() {
        return true;
    }

    @Override
    public List<FieldDescriptor> fields() {
        return fields;
    }

    @Override
    public JsonObject suggestion() {
        return type.behaviour().suggestion();
    }

    @Override
    public ModelPage list(Actor actor, ModelQuery query) {
        return objects.list(type.family(), Optional.of(type), query);
    }

    @Override
    public Optional<JsonObject> read(Actor actor, String key) {
        return objects.find(type.family(), key).filter(object -> object.getType().equals(type.name())).map(objects::toWire);
    }

    @Override
    public Optional<JsonObject> document(String key) {
        return objects.find(type.family(), key).filter(object -> object.getType().equals(type.name())).map(objects::document);
    }

    @Override
    public Optional<String> find(JsonObject identifiers) {
        return objects.identify(type, identifiers);
    }

    @Override
    public String save(Actor actor, Optional<String> key, JsonObject document) {
        return objects.save(type, key, document);
    }

    @Override
    public void delete(Actor actor, String key) {
        objects.delete(type.family(), key);
    }

    @Override
    public List<UsedBy> usedBy(String key) {
        return objects.usedBy(type.family(), key);
    }

    @Override
    public List<String> filters() {
        return fields.stream().filter(field -> !field.isSecret()).map(FieldDescriptor::wireName).toList();
    }
}
