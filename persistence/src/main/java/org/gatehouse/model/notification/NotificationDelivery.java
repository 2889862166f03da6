package org.gatehouse.model.notification;

import java.util.Optional;
import java.util.UUID;

/**
 * A webhook that is to be called.
 *
 * @param userId whom it is for; empty when it is for nobody in particular
 * @param attempts how often it was taken for sending
 */
public record NotificationDelivery(UUID id, UUID transportId, Optional<Long> userId, UUID eventId, Severity severity, String body, int attempts) {
}
