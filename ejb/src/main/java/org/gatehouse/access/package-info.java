/**
 * Who acts and what they may do. Every use case of the domain takes an {@link org.gatehouse.access.Actor} and asks
 * {@link org.gatehouse.access.Permissions}; nothing else decides about rights to manage. What somebody gives to others is bounded by
 * {@link org.gatehouse.access.GrantLimits}, what creators get by {@link org.gatehouse.access.CreatorGrants}. How roles get their rights
 * is in {@code org.gatehouse.rbac}.
 */
package org.gatehouse.access;
