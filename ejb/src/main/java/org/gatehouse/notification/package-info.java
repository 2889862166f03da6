/**
 * Telling people of events. Rules are asked about each event once, in the order of the audit log's chain and a moment after the event, so no
 * login waits for them ({@link org.gatehouse.notification.EventRules}); what follows is a row for the user, a letter, or a call in an
 * outbox ({@link org.gatehouse.notification.NotificationSending}, {@link org.gatehouse.notification.WebhookDelivery}).
 *
 * <p>Invariant: what telling people causes is never told in the same way again ({@link org.gatehouse.notification.EchoGuard}).
 */
package org.gatehouse.notification;
