package org.gatehouse.model.application;

import java.time.Instant;
import java.util.UUID;

/**
 * What one user has marked an application with.
 *
 * @param favourite whether it is one of the user's favourites
 * @param opened when the user last opened it from the portal; null for never
 */
public record ApplicationMark(UUID applicationId, boolean favourite, Instant opened) {
}
