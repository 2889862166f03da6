package org.gatehouse.directory.password;

/**
 * What one Argon2id hash costs (RFC 9106).
 *
 * @param memory in KiB
 * @param iterations passes over the memory
 * @param parallelism lanes
 */
public record Argon2Cost(int memory, int iterations, int parallelism) {

    private static final int MOST_MEMORY = 256 * 1024;
    private static final int MOST_ITERATIONS = 32;
    private static final int MOST_LANES = 16;

    /** OWASP's choice where memory is scarce: 7 MiB, five passes, one lane. */
    public static final Argon2Cost DEFAULT = new Argon2Cost(7 * 1024, 5, 1);

    /** Whether RFC 9106 allows the numbers and a node can bear them. */
    public boolean isAcceptable() {
        return parallelism >= 1 && parallelism <= MOST_LANES
                && iterations >= 1 && iterations <= MOST_ITERATIONS
                && memory >= 8 * parallelism && memory <= MOST_MEMORY;
    }
}
