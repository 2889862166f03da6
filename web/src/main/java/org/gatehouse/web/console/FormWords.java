package org.gatehouse.web.console;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.gatehouse.type.FieldDescriptor;

/**
 * Where a form has its words and choices from.
 *
 * @param labels the words around a field, by its path of wire names
 * @param references the objects a field can point to; empty when it is no reference
 */
record FormWords(BiFunction<String, FieldDescriptor, FieldText> labels, Function<FieldDescriptor, List<Option>> references) {

    /** The numbers of rows in a name are no part of the path. */
    FieldText text(String name, FieldDescriptor field) {
        return labels.apply(name.replaceAll("\\.\\d+\\.", "."), field);
    }

    List<Option> options(FieldDescriptor field) {
        return references.apply(field);
    }
}
