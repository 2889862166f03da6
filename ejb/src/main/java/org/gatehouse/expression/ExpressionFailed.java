package org.gatehouse.expression;

import jakarta.ejb.ApplicationException;

/**
 * An expression could not be evaluated: a missing key, a type that does not fit, a limit that was reached, an interruption.
 * The message is a sentence for administrators only: the engine may quote a value it stumbled over.
 */
@ApplicationException(rollback = true)
public class ExpressionFailed extends RuntimeException {

    public ExpressionFailed(String message) {
        super(message);
    }

    public ExpressionFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
