/**
 * The panel that shows which roles have which right over an object, and on the page of a role what it may. Start with
 * {@link org.gatehouse.web.console.rights.PermissionPanel}. Nothing here decides about rights: {@code org.gatehouse.rbac} does.
 */
package org.gatehouse.web.console.rights;
