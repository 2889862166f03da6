package org.gatehouse.blueprint;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.access.Actor;
import org.gatehouse.provider.oauth2.TestClients;
import org.gatehouse.type.FieldDescriptor;
import org.gatehouse.type.FieldProblems;
import org.gatehouse.type.InvalidInput;
import org.gatehouse.type.Model;
import org.gatehouse.type.ModelPage;
import org.gatehouse.type.ModelQuery;
import org.gatehouse.type.RecordCodec;
import org.gatehouse.type.RecordDescriptor;

/** A model without a database. Its objects have a {@code pk} that is not always the key by which paths address them. */
final class MemoryModel implements Model {

    private record Row(String pk, JsonObject document) {
    }

    /** The header of configured objects. */
    record Header(String name, String managed) {
    }

    private final String name;
    private final String keyField;
    private final List<Class<? extends Record>> documents;
    private final Map<String, Row> rows = new LinkedHashMap<>();

    MemoryModel(String name, String keyField, List<Class<? extends Record>> documents) {
        this.name = name;
        this.keyField = keyField;
        this.documents = documents;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String path() {
        return name;
    }

    @Override
    public String keyField() {
        return keyField;
    }

    @Override
    public List<FieldDescriptor> fields() {
        return documents.stream().flatMap(document -> RecordDescriptor.fieldsOf(document).stream()).toList();
    }

    @Override
    public ModelPage list(Actor actor, ModelQuery query) {
        return new ModelPage(rows.values().stream().map(Row::document).toList(), rows.size());
    }

    @Override
    public Optional<JsonObject> read(Actor actor, String key) {
        return Optional.ofNullable(rows.get(key)).map(row -> Json.createObjectBuilder(row.document()).add("pk", row.pk()).build());
    }

    @Override
    public Optional<JsonObject> document(String key) {
        return Optional.ofNullable(rows.get(key)).map(Row::document);
    }

    @Override
    public Optional<String> find(JsonObject identifiers) {
        return rows.keySet().stream().filter(key -> read(Actor.ofSystem(), key).orElseThrow().entrySet().containsAll(identifiers.entrySet()))
                .findFirst();
    }

    @Override
    public String save(Actor actor, Optional<String> key, JsonObject document) {
        FieldProblems problems = new FieldProblems();
        for (Class<? extends Record> part : documents) {
            var mine = Json.createObjectBuilder();
            RecordDescriptor.fieldsOf(part).stream().map(FieldDescriptor::wireName).filter(document::containsKey)
                    .forEach(field -> mine.add(field, document.get(field)));
            new RecordCodec(TestClients.CIPHER).fromWire(part, mine.build(), problems);
        }
        document.keySet().stream().filter(field -> fields().stream().noneMatch(known -> known.wireName().equals(field)))
                .forEach(field -> problems.add(field, "Unknown field."));
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        String pk = key.map(known -> rows.remove(known).pk()).orElseGet(() -> UUID.randomUUID().toString());
        String newKey = keyField.equals("pk") ? pk : document.getString(keyField);
        rows.put(newKey, new Row(pk, document));
        return newKey;
    }

    @Override
    public void delete(Actor actor, String key) {
        rows.remove(key);
    }

    JsonValue pkOf(String key) {
        return read(Actor.ofSystem(), key).orElseThrow().get("pk");
    }

    int size() {
        return rows.size();
    }
}
