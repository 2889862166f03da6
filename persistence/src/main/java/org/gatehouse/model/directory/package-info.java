/**
 * Users and groups: who there is. Rules that need more than one row (cycles, effective rights) live in the domain module.
 */
package org.gatehouse.model.directory;
