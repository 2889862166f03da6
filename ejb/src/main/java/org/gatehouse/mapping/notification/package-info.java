/**
 * The property mapping type {@code notification}: what is sent to a service outside, such as a gateway for text messages. Start with
 * {@link org.gatehouse.mapping.notification.NotificationMapping}, which says what expressions see.
 */
package org.gatehouse.mapping.notification;
