package org.gatehouse.blueprint;

import java.util.List;
import java.util.Map;

/**
 * A blueprint as it was read.
 *
 * @param name from its metadata, else the name of the document
 * @param labels from its metadata
 * @param context values {@code !Context} can use
 * @param entries in the order they are applied
 */
public record Blueprint(String name, Map<String, String> labels, Map<String, BlueprintValue> context, List<BlueprintEntry> entries) {
}
