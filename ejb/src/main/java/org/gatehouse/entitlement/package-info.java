/**
 * What applications let some of their users do. An entitlement is given by binding users and groups to it; without a binding nobody has
 * it. Start with {@link org.gatehouse.entitlement.Entitlements}, which every protocol asks.
 */
package org.gatehouse.entitlement;
