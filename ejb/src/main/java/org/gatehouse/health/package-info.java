/**
 * Whether this node can serve. {@link org.gatehouse.health.HealthChecks} asks the things a node cannot work without; the web
 * module puts the answer behind {@code /-/health/}. Invariant: a report names what is wrong, never why in the words of a driver.
 */
package org.gatehouse.health;
