/**
 * Roles and rights as administrators manage them: {@link org.gatehouse.rbac.RoleModel}, {@link org.gatehouse.rbac.InitialPermissionsModel},
 * and who gives what to whom ({@link org.gatehouse.rbac.RoleGrants}). What a right allows is decided elsewhere
 * ({@link org.gatehouse.access.Permissions}). The invariant: nobody gives a right that they do not have.
 */
package org.gatehouse.rbac;
