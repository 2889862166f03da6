/**
 * Starts Gatehouse on this machine: for {@code mvn -Prun} and, as a library, for the tests of the EAR.
 *
 * <p>Start reading at {@link org.gatehouse.launcher.GatehouseLauncher}. {@link org.gatehouse.launcher.WildFlyProvisioner} makes
 * a server from the stock distribution and the CLI scripts, {@link org.gatehouse.launcher.EmbeddedPostgres} a database, and a
 * {@link org.gatehouse.launcher.WildFlyNode} is one running server.
 *
 * <p>Invariant: whatever a killed earlier start left behind (server processes, locks, markers) is cleared by the next start;
 * passwords travel in files of mode 0600 or in the environment, never on a command line.
 */
package org.gatehouse.launcher;
