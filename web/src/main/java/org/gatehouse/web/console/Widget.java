package org.gatehouse.web.console;

import org.gatehouse.type.FieldDescriptor;
import org.gatehouse.type.FieldKind;

/** How a field is edited. */
public enum Widget {
    TEXT,
    AREA,
    CODE,
    NUMBER,
    TOGGLE,
    /** One choice. */
    SELECT,
    /** Any number of choices. */
    TICKS,
    TIME_SPAN,
    SECRET,
    /** A list of texts, one on each line. */
    LINES,
    /** A list of records, one row each. */
    ROWS,
    /** One nested record. */
    GROUP,
    JSON,
    /** Not shown; stays as it is. */
    KEPT;

    /** @param choosable whether there are choices to offer: of the type, or objects a reference can point to */
    static Widget of(FieldDescriptor field, boolean choosable) {
        if (field.wireName().equals("managed")) {
            return KEPT;
        }
        if (choosable) {
            return field.list() ? TICKS : SELECT;
        }
        if (field.list()) {
            return field.kind() == FieldKind.RECORD ? ROWS : field.kind() == FieldKind.JSON ? JSON : LINES;
        }
        return switch (field.kind()) {
            case MULTILINE -> AREA;
            case EXPRESSION -> CODE;
            case INTEGER, DECIMAL -> NUMBER;
            case BOOLEAN -> TOGGLE;
            case TIME_SPAN -> TIME_SPAN;
            case SECRET -> SECRET;
            case RECORD -> GROUP;
            case JSON -> JSON;
            case TEXT, CHOICE, REFERENCE -> TEXT;
        };
    }
}
