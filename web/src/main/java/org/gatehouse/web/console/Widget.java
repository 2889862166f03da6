package org.gatehouse.web.console;

import java.util.Set;
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

    /** Written by the product itself, or pointing to what this product has none of yet. */
    private static final Set<String> KEPT_FIELDS = Set.of("managed", "last_login", "roles", "sources", "jwt_federation_sources");

    /** @param choosable whether there are choices to offer: of the type, or objects a reference can point to */
    static Widget of(FieldDescriptor field, boolean choosable) {
        if (KEPT_FIELDS.contains(field.wireName())) {
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
