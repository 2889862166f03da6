/**
 * Who is told of events and how: rules ({@link org.gatehouse.model.notification.NotificationRule}) with transports, what people have been
 * told ({@link org.gatehouse.model.notification.Notification}), and the outbox of webhooks
 * ({@link org.gatehouse.model.notification.NotificationDeliveries}).
 */
package org.gatehouse.model.notification;
