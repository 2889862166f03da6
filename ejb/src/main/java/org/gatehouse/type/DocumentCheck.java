package org.gatehouse.type;

import jakarta.json.JsonObject;
import java.util.Optional;

/**
 * A rule about documents that does not belong to one kind of object alone. {@link ManagedModels} asks all of them before an object is
 * stored, whichever door the document came through.
 */
public interface DocumentCheck {

    /**
     * Adds what is wrong.
     *
     * @param key the object's key; empty for a new one
     * @param sent what the caller wants to change, or all of it
     * @param document what would be stored
     */
    void check(Model model, Optional<String> key, JsonObject sent, JsonObject document, FieldProblems problems);
}
