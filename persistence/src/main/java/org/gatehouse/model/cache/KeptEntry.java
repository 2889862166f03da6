package org.gatehouse.model.cache;

import java.time.Instant;
import java.util.UUID;

/**
 * One entry of a cluster cache as it is kept in the database.
 *
 * @param id made from cache and key, the same each time
 * @param cache the name of the cache
 * @param entry key and value, sealed
 * @param expires when it is worth nothing any more
 */
public record KeptEntry(UUID id, String cache, String entry, Instant expires) {
}
