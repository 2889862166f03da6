/**
 * Leases of scheduled jobs.
 */
package org.gatehouse.model.job;
