/**
 * Who acts and what they may do. Every use case of the domain takes an {@link org.gatehouse.access.Actor} and asks
 * {@link org.gatehouse.access.Permissions}; nothing else decides about rights to manage.
 */
package org.gatehouse.access;
