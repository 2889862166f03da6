/**
 * How a node comes up: {@link org.gatehouse.startup.SchemaMigration} brings the database to this version's schema,
 * {@link org.gatehouse.startup.Bootstrap} makes what a new installation needs, {@link org.gatehouse.startup.SystemPrepared} tells
 * the rest of the product, {@link org.gatehouse.startup.Readiness} tells load balancers.
 *
 * <p>Invariants: what prevents a start is said in one log line that begins with {@code GATEHOUSE-STARTUP:} and says what to do;
 * nodes that start together take turns; set-up happens once in an installation's life, whatever is deleted or renamed later.
 */
package org.gatehouse.startup;
