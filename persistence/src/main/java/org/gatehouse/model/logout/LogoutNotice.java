package org.gatehouse.model.logout;

import java.util.UUID;

/**
 * A client that has to be told that a login has ended.
 *
 * @param client who, and the names under which it knows the login
 * @param attempts how often it was taken for sending
 */
public record LogoutNotice(UUID id, SessionClient client, int attempts) {
}
