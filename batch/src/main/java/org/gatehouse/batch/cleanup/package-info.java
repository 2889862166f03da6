/**
 * The job {@code clean-expired}: deletes what has run out, table by table, and renews the API tokens of programs. Nothing depends on
 * it for safety, as whatever has run out is refused at use; it keeps tables small. Flow plans need no step: in the cluster cache each
 * has its lifespan.
 *
 * <p>Invariant: SQL sees only the tables of {@link org.gatehouse.model.job.ExpiringTable}, and a row that was prolonged between
 * reading and deleting stays.
 */
package org.gatehouse.batch.cleanup;
