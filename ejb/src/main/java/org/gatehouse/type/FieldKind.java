package org.gatehouse.type;

/** How a settings component is stored, shown and checked. */
public enum FieldKind {
    TEXT,
    MULTILINE,
    EXPRESSION,
    INTEGER,
    DECIMAL,
    BOOLEAN,
    CHOICE,
    TIME_SPAN,
    SECRET,
    REFERENCE,
    /** A nested settings record. */
    RECORD,
    /** Any JSON object. */
    JSON
}
