/**
 * What scheduled jobs need: {@link org.gatehouse.model.job.JobLeases leases} that let one node run a job, and the
 * {@link org.gatehouse.model.job.ExpiredRows rows that have run out}.
 */
package org.gatehouse.model.job;
