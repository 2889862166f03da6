/**
 * The audit log.
 */
package org.gatehouse.model.event;
