/**
 * Roles and what they may: for all objects of a kind, or for one. Users and groups have roles; nothing else carries rights, apart from
 * the superuser flag of groups. Start with {@link org.gatehouse.model.rbac.GrantRepository}. What a user is given in effect is decided
 * by functions of the database ({@code effective_roles}, {@code effective_grants}, {@code roles_exceed}), so that each is one statement.
 */
package org.gatehouse.model.rbac;
