package org.gatehouse.flow;

import jakarta.json.JsonObject;

/**
 * A stage that exists only in a plan, such as the last step of an OIDC authorization, which issues the code.
 *
 * @param type the name of a stage type, usually an internal one
 * @param settings the stored form of its settings record
 */
public record InMemoryStage(String type, JsonObject settings) {
}
