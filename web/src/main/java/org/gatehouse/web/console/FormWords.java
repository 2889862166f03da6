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
 * @param lists the list of the console in which more of them are found; empty when the references are all there are
 * @param names the one object with a key that a field points to
 */
record FormWords(BiFunction<String, FieldDescriptor, FieldText> labels, Function<FieldDescriptor, List<Option>> references,
        Function<FieldDescriptor, String> lists, BiFunction<FieldDescriptor, String, Option> names) {

    FormWords(BiFunction<String, FieldDescriptor, FieldText> labels, Function<FieldDescriptor, List<Option>> references) {
        this(labels, references, field -> "", (field, key) -> new Option(key, key));
    }


    /** The numbers of rows in a name are no part of the path. */
    FieldText text(String name, FieldDescriptor field) {
        return labels.apply(name.replaceAll("\\.\\d+\\.", "."), field);
    }

    String list(FieldDescriptor field) {
        return lists.apply(field);
    }

    Option named(FieldDescriptor field, String key) {
        return names.apply(field, key);
    }

    List<Option> options(FieldDescriptor field) {
        return references.apply(field);
    }
}
