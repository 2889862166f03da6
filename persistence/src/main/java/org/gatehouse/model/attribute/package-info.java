/**
 * What the free attributes of users, groups and entitlements may be, as administrators define it. The attributes themselves live in the
 * rows of those objects. Start with {@link org.gatehouse.model.attribute.ObjectAttribute}.
 */
package org.gatehouse.model.attribute;
