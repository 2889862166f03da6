package org.gatehouse.model.job;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/**
 * A row that has run out; also the place in the table where a reader stopped.
 */
public record ExpiredRow(UUID id, Instant expires) implements Serializable {
}
