package org.gatehouse.web.console;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.gatehouse.type.FieldDescriptor;
import org.gatehouse.type.FieldKind;
import org.gatehouse.type.Model;

/** The columns that a list can have beside those it has at first: every field of a model that fits into a cell. */
public final class Columns {

    private static final int AT_FIRST = 4;
    private static final Set<FieldKind> FIT = Set.of(FieldKind.TEXT, FieldKind.BOOLEAN, FieldKind.CHOICE, FieldKind.INTEGER, FieldKind.DECIMAL,
            FieldKind.TIME_SPAN);

    private Columns() {
    }

    /** What a list begins with when nobody has said anything better. */
    static List<Column> plain(Model model) {
        Stream<Column> named = fitting(model).stream().filter(column -> column.field().equals("name"));
        List<Column> columns = Stream.concat(named, fitting(model).stream()).distinct().limit(AT_FIRST).toList();
        return columns.isEmpty() ? List.of(Column.text(model.keyField())) : columns;
    }

    /** All that fit. */
    public static List<Column> fitting(Model model) {
        return model.fields().stream().filter(field -> !field.list() && FIT.contains(field.kind())).map(Columns::of).toList();
    }

    private static Column of(FieldDescriptor field) {
        return switch (field.kind()) {
            case BOOLEAN -> Column.of(field.wireName(), Column.Kind.FLAG);
            case CHOICE -> Column.of(field.wireName(), Column.Kind.BADGE);
            default -> Column.of(field.wireName(), Column.Kind.TEXT);
        };
    }
}
