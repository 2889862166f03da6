/**
 * The benchmark: Gatehouse beside a peer, on one machine, one PostgreSQL, one load at a time. Start at {@link org.gatehouse.bench.BenchRun};
 * {@link org.gatehouse.bench.Scenario} lists what is measured, {@link org.gatehouse.bench.GatehouseLoads} and
 * {@link org.gatehouse.bench.KeycloakLoads} say which requests that means for either product. The invariant: a number in a report was
 * measured by this run, and what was not measured is printed as pending.
 */
package org.gatehouse.bench;
