package org.gatehouse.mapping;

import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * A stored property mapping with its behaviour and settings; immutable.
 *
 * @param evaluation what it yields for values by variable name; may throw anything
 */
public record PreparedMapping(UUID id, String name, Function<Map<String, Object>, Object> evaluation) {
}
