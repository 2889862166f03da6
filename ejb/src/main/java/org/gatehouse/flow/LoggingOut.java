package org.gatehouse.flow;

import org.gatehouse.session.LiveSession;

/**
 * Somebody logs out in a flow, and the login ends right after this. Who has something to do in the browser for it puts a stage after
 * the current one.
 *
 * @param session the login that is about to end
 */
public record LoggingOut(FlowContext flow, LiveSession session) {
}
