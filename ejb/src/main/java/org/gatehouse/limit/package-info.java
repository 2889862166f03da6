/**
 * Limits on what strangers can make this server send to people: mail, text messages. Start with
 * {@link org.gatehouse.limit.SendingLimits}. Invariant: limits are kept in the database and so survive restarts and lost nodes.
 */
package org.gatehouse.limit;
