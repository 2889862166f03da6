/**
 * The stage that refuses; policies of its binding decide whom.
 */
package org.gatehouse.flow.stage.deny;
