/**
 * Where addresses are on the earth, and whose networks they belong to. Start with {@link org.gatehouse.geo.GeoDatabases}, which reads
 * MaxMind's file format. Invariant: what is not known is empty, never guessed, and no lookup leaves this server.
 */
package org.gatehouse.geo;
