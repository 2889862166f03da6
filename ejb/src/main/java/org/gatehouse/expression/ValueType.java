package org.gatehouse.expression;

/** The types that variables and results of expressions are declared with. */
public enum ValueType {
    /** {@code String}. */
    TEXT,
    /** {@code Long}. */
    INTEGER,
    /** {@code Boolean}. */
    BOOLEAN,
    /** {@code List} of any values. */
    LIST,
    /** {@code Map} from text to any values. */
    MAP,
    /** Any value; checked only when the expression runs. */
    ANY
}
