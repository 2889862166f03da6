/**
 * Bindings of policies, groups and users to what they guard.
 */
package org.gatehouse.model.policy;
