/**
 * What is kept in memory. {@link org.gatehouse.cache.ReadCache} keeps what this node has read; the rest are the cluster caches. Keys and values are text (values JSON), so that every node, old or new, can read every entry. In the
 * stand-alone profile they are local, in the HA profile distributed over two owners; see {@code wildfly-config}.
 */
package org.gatehouse.cache;
