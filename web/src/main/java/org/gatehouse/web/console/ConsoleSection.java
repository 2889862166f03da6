package org.gatehouse.web.console;

import java.util.List;
import java.util.Optional;
import org.gatehouse.type.Family;

/**
 * One list of the console.
 *
 * @param name its name in addresses and, after {@code section.}, in the bundle
 * @param model the model listed, or empty for a family
 * @param family the family whose types are listed together
 * @param columns what the list shows, the first one as the link to the object
 * @param creatable whether people make such objects by hand
 * @param ordering the order at first, as {@link org.gatehouse.type.ModelQuery} spells it; empty for the model's own
 */
public record ConsoleSection(String name, String model, Optional<Family> family, List<Column> columns, boolean creatable,
        String ordering) {

    static ConsoleSection of(String name, String model, boolean creatable, Column... columns) {
        return new ConsoleSection(name, model, Optional.empty(), List.of(columns), creatable, "");
    }

    static ConsoleSection of(String name, Family family, Column... columns) {
        return new ConsoleSection(name, "", Optional.of(family), List.of(columns), true, "");
    }

    /** The same list with other columns. */
    public ConsoleSection showing(List<Column> others) {
        return new ConsoleSection(name, model, family, others, creatable, ordering);
    }

    ConsoleSection orderedBy(String newOrdering) {
        return new ConsoleSection(name, model, family, columns, creatable, newOrdering);
    }

    public String getName() {
        return name;
    }

    public boolean isCreatable() {
        return creatable;
    }

    /** The list's page. */
    public String getHref() {
        return "/if/admin/objects.xhtml?section=" + name;
    }

    /** Where making a new object starts: a choice of types for a family, else the form. */
    public String getCreateHref() {
        return family.isPresent() ? "/if/admin/types.xhtml?section=" + name : "/if/admin/object.xhtml?model=" + model;
    }
}
