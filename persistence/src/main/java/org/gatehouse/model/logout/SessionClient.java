package org.gatehouse.model.logout;

import java.util.UUID;

/**
 * A client that a login was used for, and the names under which it knows the login.
 *
 * @param providerId the client's provider
 * @param sid the {@code sid} of its ID tokens
 * @param subject the {@code sub} of its ID tokens
 * @param issuer the {@code iss} of its ID tokens
 */
public record SessionClient(UUID providerId, String sid, String subject, String issuer) {

    static SessionClient of(Object[] row) {
        return new SessionClient((UUID) row[0], (String) row[1], (String) row[2], (String) row[3]);
    }
}
