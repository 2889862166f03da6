package org.gatehouse.session;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.Optional;
import java.util.UUID;

/**
 * Who acts in the name of a login's user.
 *
 * @param session the login they came from, and go back to
 * @param userId who they are
 * @param username their name
 */
public record Impersonator(UUID session, long userId, String username) {

    JsonObject toJson() {
        return Json.createObjectBuilder().add("session", session.toString()).add("pk", userId).add("username", username).build();
    }

    /** @param json null for a user's own login */
    static Optional<Impersonator> read(JsonObject json) {
        return Optional.ofNullable(json).map(found -> new Impersonator(UUID.fromString(found.getString("session")),
                found.getJsonNumber("pk").longValue(), found.getString("username")));
    }
}
