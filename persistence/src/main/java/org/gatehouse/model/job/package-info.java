/**
 * What the clean-up needs: the {@link org.gatehouse.model.job.ExpiredRows rows that have run out}. When jobs run and how they ended is in
 * {@code org.gatehouse.model.task}.
 */
package org.gatehouse.model.job;
