/**
 * The stage that leads to a URL or into another flow. Invariant: targets are checked when they are saved, and none runs script.
 */
package org.gatehouse.flow.stage.redirect;
