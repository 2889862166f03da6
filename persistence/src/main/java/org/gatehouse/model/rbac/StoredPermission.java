package org.gatehouse.model.rbac;

/**
 * One right of the catalogue.
 *
 * @param id its number, which never changes
 * @param model the kind of object, {@code app.model}
 * @param codename what may be done
 */
public record StoredPermission(int id, String model, String codename) {
}
