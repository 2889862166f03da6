package org.gatehouse.model.rbac;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What a user is given through their roles, inherited ones included.
 *
 * @param roles the roles
 * @param everywhere rights for all objects of a kind, each as {@code model codename}
 * @param somewhere rights that the user has for at least one object, in the same form
 */
public record EffectiveGrants(Set<UUID> roles, Set<String> everywhere, Set<String> somewhere) {

    /** What somebody without a role has. */
    public static final EffectiveGrants NONE = new EffectiveGrants(Set.of(), Set.of(), Set.of());

    /** What the database function {@code effective_grants} yields. */
    public static EffectiveGrants parse(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            JsonObject read = reader.readObject();
            return new EffectiveGrants(texts(read, "roles").stream().map(UUID::fromString).collect(Collectors.toUnmodifiableSet()),
                    texts(read, "everywhere"), texts(read, "somewhere"));
        }
    }

    private static Set<String> texts(JsonObject read, String name) {
        return read.getJsonArray(name).getValuesAs(JsonString::getString).stream().collect(Collectors.toUnmodifiableSet());
    }
}
