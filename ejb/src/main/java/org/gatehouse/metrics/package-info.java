/**
 * What is counted and timed for Prometheus. {@link org.gatehouse.metrics.Metrics} is the whole vocabulary; nothing else registers
 * a meter. Invariant: every label has a fixed, small set of values that no request can add to (CVE-2026-16100).
 */
package org.gatehouse.metrics;
