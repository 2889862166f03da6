package org.gatehouse.session;

import org.gatehouse.access.Actor;
import org.gatehouse.model.directory.User;

/**
 * Somebody who is logged in and whom the {@link LoginGate} has admitted for this request.
 *
 * @param session the live session
 * @param user whose it is, as stored now
 * @param actor the user with their rights
 */
public record Login(LiveSession session, User user, Actor actor) {
}
