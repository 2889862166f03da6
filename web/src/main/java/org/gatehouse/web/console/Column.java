package org.gatehouse.web.console;

/**
 * One column of a list.
 *
 * @param field the field of the wire form, with dots into nested objects: {@code provider_obj.name}
 * @param kind how its value is written
 * @param sortable whether the list can be ordered by it
 */
public record Column(String field, Kind kind, boolean sortable) {

    /** How a cell is written. */
    public enum Kind { TEXT, CODE, BADGE, TYPE, FLAG, TIME, COUNT, USER, BROWSER }

    public static Column text(String field) {
        return new Column(field, Kind.TEXT, !field.contains("."));
    }

    public static Column of(String field, Kind kind) {
        return new Column(field, kind, false);
    }

    public static Column sortable(String field, Kind kind) {
        return new Column(field, kind, true);
    }

    public String getField() {
        return field;
    }

    public String getKind() {
        return kind.name();
    }

    public boolean isSortable() {
        return sortable;
    }

    /** The key of the column's heading in the bundle, as far as one is needed. */
    public String labelKey() {
        return "column." + field;
    }
}
