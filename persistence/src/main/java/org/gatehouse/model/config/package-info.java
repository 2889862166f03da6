/**
 * Configured objects: one table per family, one settings document per object, and the mirror of the references inside them.
 */
package org.gatehouse.model.config;
