/**
 * Jakarta Batch jobs: what repeats, or runs long. {@link org.gatehouse.batch.JobSchedule} says when,
 * {@link org.gatehouse.batch.JobStarter} starts, one package per job has its readers and writers; the work on the domain is done by
 * beans of the domain module. Invariant: a scheduled job runs on one node at a time.
 */
package org.gatehouse.batch;
