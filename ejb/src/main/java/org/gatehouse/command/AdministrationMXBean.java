package org.gatehouse.command;

/** What the server's management connection offers to {@code bin/gatehouse-cli}. */
public interface AdministrationMXBean {

    /**
     * Carries a command out.
     *
     * @param input what was read from a file or the standard input; empty for nothing
     * @return the exit code, a line feed, and what to print
     */
    String run(String command, String[] arguments, String input);
}
