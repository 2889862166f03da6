/**
 * Questions about the audit log: a list's page ({@link org.gatehouse.event.query.EventListings}), how many there are
 * ({@link org.gatehouse.event.query.EventCounts}), and the figures of charts ({@link org.gatehouse.event.query.EventVolume},
 * {@link org.gatehouse.event.query.EventStatistics}). All of them take the same filters and search.
 *
 * <p>Invariant: with millions of events no question costs more than the page, the time or the number of events it is bounded by.
 */
package org.gatehouse.event.query;
