/**
 * What the person at the console may see and do, for menus and buttons, and the panel that shows which roles have which right over an
 * object. Offering is all that is decided here: what is done is decided again by {@code ManagedModels} and {@code org.gatehouse.rbac}.
 */
package org.gatehouse.web.console.rights;
