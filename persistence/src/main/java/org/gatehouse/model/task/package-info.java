/**
 * Jobs as rows: {@link org.gatehouse.model.task.TaskSchedule when} each runs, {@link org.gatehouse.model.task.TaskRun how} each run went, and
 * the {@link org.gatehouse.model.task.ClusterNodes nodes} that run them. A node takes a run by one conditional statement, so no two do.
 */
package org.gatehouse.model.task;
