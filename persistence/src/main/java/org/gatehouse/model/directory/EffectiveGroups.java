package org.gatehouse.model.directory;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.util.List;

/**
 * What most readers want of the groups a user is in, directly or through a descendant.
 *
 * @param names in their order
 * @param superuser whether one of them makes its members superusers
 */
public record EffectiveGroups(List<String> names, boolean superuser) {

    /** What the database function {@code effective_groups} yields. */
    public static EffectiveGroups parse(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            JsonObject read = reader.readObject();
            return new EffectiveGroups(read.getJsonArray("names").getValuesAs(JsonString::getString), read.getBoolean("superuser"));
        }
    }
}
