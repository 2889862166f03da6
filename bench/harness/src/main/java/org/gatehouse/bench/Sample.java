package org.gatehouse.bench;

/**
 * One product in one round of one scenario.
 *
 * @param cpuSeconds of the server process
 * @param databaseCpuSeconds of PostgreSQL in the same time
 * @param residentMiB of the server process at the end
 * @param statements that PostgreSQL ran for the product, without BEGIN and COMMIT
 * @param advisoryLocks how many of them took an advisory lock
 */
record Sample(LoadResult load, double cpuSeconds, double databaseCpuSeconds, double residentMiB, long statements, long advisoryLocks) {
}
