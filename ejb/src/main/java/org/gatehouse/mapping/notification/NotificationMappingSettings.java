package org.gatehouse.mapping.notification;

import jakarta.validation.constraints.NotBlank;
import org.gatehouse.type.Expression;

/**
 * The settings of a notification mapping.
 *
 * @param expression yields what is sent; see {@link NotificationMapping#SCOPE}
 */
public record NotificationMappingSettings(@NotBlank @Expression String expression) {
}
