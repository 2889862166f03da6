package org.gatehouse.access;

import java.util.Set;

/**
 * A right to do something with one kind of object, named as the contract names it.
 *
 * @param model the kind of object as {@link org.gatehouse.type.Model#name()} has it, such as {@code authentik_core.user}
 * @param codename what may be done, such as {@code view_user} or {@code impersonate}
 */
public record Permission(String model, String codename) {

    /** To see such objects. */
    public static Permission view(String model) {
        return of("view", model);
    }

    /** To make such objects. */
    public static Permission add(String model) {
        return of("add", model);
    }

    /** To change such objects. */
    public static Permission change(String model) {
        return of("change", model);
    }

    /** To delete such objects. */
    public static Permission delete(String model) {
        return of("delete", model);
    }

    /** The four that each kind of object has. */
    public static Set<Permission> ordinary(String model) {
        return Set.of(view(model), add(model), change(model), delete(model));
    }

    private static Permission of(String verb, String model) {
        return new Permission(model, verb + "_" + model.substring(model.indexOf('.') + 1));
    }

    /** How the catalogue in the database spells it: {@code authentik_core.user view_user}. */
    public String key() {
        return model + " " + codename;
    }

    /** The full name on the wire: {@code authentik_core.view_user}. */
    public String name() {
        return model.substring(0, model.indexOf('.') + 1) + codename;
    }
}
