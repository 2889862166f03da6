package org.gatehouse.model;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.io.StringReader;
import org.postgresql.util.PGobject;

/**
 * Keeps a {@code jsonb} column as an immutable JSON object. The text is bound untyped (the data source sets
 * {@code stringtype=unspecified}), so PostgreSQL parses it; null is stored as the empty object.
 */
@Converter(autoApply = true)
public class JsonObjectConverter implements AttributeConverter<JsonObject, Object> {

    @Override
    public Object convertToDatabaseColumn(JsonObject json) {
        return (json == null ? JsonValue.EMPTY_JSON_OBJECT : json).toString();
    }

    @Override
    public JsonObject convertToEntityAttribute(Object stored) {
        if (stored == null) {
            return JsonValue.EMPTY_JSON_OBJECT;
        }
        String text = stored instanceof PGobject pg ? pg.getValue() : stored.toString();
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }
}
