package org.gatehouse.bench;

/**
 * How a load went; the three percentiles are in milliseconds.
 *
 * @param count of requests or, for loads of several steps, of whole passes
 * @param errors how many of them did not end as they should
 * @param seconds from the first to the last
 */
record LoadResult(long count, long errors, double seconds, double p50, double p95, double p99) {
}
