/**
 * Micro-benchmarks of what a request spends its time on, and of the bare cryptography under it: the difference is ours to lower. Run by
 * {@code bench/micro}. Nothing here needs a server; what does (flow planning reads the database) is measured by the harness instead.
 */
package org.gatehouse.bench.micro;
