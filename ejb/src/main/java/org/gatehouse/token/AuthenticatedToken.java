package org.gatehouse.token;

import org.gatehouse.model.token.Token;
import org.gatehouse.session.AdmittedUser;

/**
 * A token whose key was presented and is good, with its user, whom the gate has admitted.
 */
public record AuthenticatedToken(Token token, AdmittedUser user) {
}
