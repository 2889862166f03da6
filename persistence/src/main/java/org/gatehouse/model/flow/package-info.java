/**
 * Flows and the stages bound to them, as stored; planning and execution live in the domain module.
 */
package org.gatehouse.model.flow;
