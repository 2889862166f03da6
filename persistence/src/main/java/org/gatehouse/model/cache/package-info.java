/**
 * Entries of the cluster caches that outlive a restart of all nodes. {@link org.gatehouse.model.cache.KeptEntries} reads and writes
 * them in batches; nothing here is on the way of a request.
 */
package org.gatehouse.model.cache;
