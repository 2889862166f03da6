package org.gatehouse.flow;

import jakarta.json.JsonObject;
import java.util.UUID;

/**
 * A configured stage as it is stored.
 *
 * @param type the name of its type
 * @param settings the stored form of its settings record
 */
public record StoredStage(UUID id, String type, String name, JsonObject settings) {
}
