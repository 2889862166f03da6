/**
 * What a person was told, as the person reads it. Start with {@link org.gatehouse.notification.inbox.Inbox}. Nobody reads, marks or deletes
 * what somebody else was told: a foreign id is treated as one that does not exist.
 */
package org.gatehouse.notification.inbox;
