/**
 * The property mapping type {@code scope}: the claims that an OAuth scope yields. Start with
 * {@link org.gatehouse.mapping.scope.ScopeMapping}, which says what expressions see.
 */
package org.gatehouse.mapping.scope;
