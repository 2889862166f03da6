package org.gatehouse.model.installation;

import java.time.Instant;

/**
 * A version of the product that ran on this database.
 *
 * @param timestamp when it was started for the first time
 * @param build what it was built from; empty when that is not known
 */
public record InstalledVersion(long id, Instant timestamp, String version, String build) {
}
