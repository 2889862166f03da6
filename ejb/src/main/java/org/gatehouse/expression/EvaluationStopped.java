package org.gatehouse.expression;

/**
 * Ends an evaluation that reached a limit. An error and not an exception on purpose: the language lets {@code ||},
 * {@code &&}, {@code exists} and {@code all} absorb exceptions of their operands, and an expression must not be able to
 * absorb its own limit. Never leaves this package.
 */
@SuppressWarnings("serial")
final class EvaluationStopped extends Error {

    EvaluationStopped(String reason) {
        super(reason, null, false, false);
    }
}
