/**
 * Blueprint instances.
 */
package org.gatehouse.model.blueprint;
