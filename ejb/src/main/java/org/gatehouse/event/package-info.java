/**
 * The audit log. {@link org.gatehouse.event.Events#record} keeps what happened, in a transaction of its own, so that a
 * refused login is recorded although its transaction is rolled back. Events are facts: nothing here decides.
 */
package org.gatehouse.event;
