package org.gatehouse.model.rbac;

import java.util.UUID;

/**
 * A right that a role has.
 *
 * @param id the grant's own number
 * @param role whose
 * @param permission the right's number in the catalogue
 * @param objectKey the object it is for; null when it is for all
 */
public record GrantRow(long id, UUID role, int permission, String objectKey) {
}
