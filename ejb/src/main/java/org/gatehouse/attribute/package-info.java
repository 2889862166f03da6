/**
 * Definitions of the attributes that users, groups and entitlements have. Start with {@link org.gatehouse.attribute.DefinedAttributes},
 * which holds what is saved against them; what was saved before stays as it is until it is saved again.
 */
package org.gatehouse.attribute;
