package org.gatehouse.expression;

import jakarta.ejb.ApplicationException;

/** A text is not an expression, or not one of its scope. The message is a sentence for its author and names line and column. */
@ApplicationException(rollback = true)
public class ExpressionInvalid extends RuntimeException {

    private final int line;
    private final int column;

    ExpressionInvalid(int line, int column, String problem) {
        super("Line " + line + ", column " + column + ": " + problem);
        this.line = line;
        this.column = column;
    }

    /** The line of the first problem, counted from 1. */
    public int line() {
        return line;
    }

    /** The column of the first problem, counted from 1. */
    public int column() {
        return column;
    }
}
