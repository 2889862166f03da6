/**
 * Jobs: what is done now and then, by one node at a time. A {@link org.gatehouse.task.Job} is the work, {@link org.gatehouse.task.TaskTimes}
 * decides when it is due, {@link org.gatehouse.task.TaskRunner} does it and keeps how it went. Deliveries that each node tries by itself
 * every minute (mail, logouts) are no jobs.
 */
package org.gatehouse.task;
