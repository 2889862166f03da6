/**
 * The audit log. {@link org.gatehouse.event.Events} keeps what happened: within the caller's transaction, in one of its own, or a
 * moment later, so that a refused login is recorded although its transaction is rolled back. How many events strangers can cause is
 * bounded ({@link org.gatehouse.event.EventLimiter}). Events are facts: nothing here decides.
 */
package org.gatehouse.event;
