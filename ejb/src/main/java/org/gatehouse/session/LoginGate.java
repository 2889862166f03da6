package org.gatehouse.session;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;
import org.gatehouse.model.directory.User;
import org.gatehouse.model.directory.UserRepository;
import org.gatehouse.model.session.AuthenticatedSession;
import org.gatehouse.model.session.AuthenticatedSessionRepository;

/**
 * Admits a user, or does not. Every protocol and every grant passes here before it acts for somebody, each time, at the
 * moment of use: an account that was disabled, or a session that ended, is dead on every path at once. Whether the user may
 * enter a particular application is {@code org.gatehouse.provider.ApplicationAccess}, which asks here first.
 */
@Stateless
public class LoginGate {

    @Inject
    private UserRepository users;

    @Inject
    private AuthenticatedSessionRepository sessions;

    @Inject
    private Clock clock;

    /**
     * Admits the user as stored now, whatever the caller has loaded before.
     *
     * @throws LoginRefused when the account does not exist or is disabled
     */
    public AdmittedUser admit(long userId) {
        User user = users.find(userId).orElseThrow(() -> new LoginRefused(LoginRefused.Reason.UNKNOWN_USER));
        if (!user.isActive()) {
            throw new LoginRefused(LoginRefused.Reason.DISABLED);
        }
        return new AdmittedUser(user);
    }

    /**
     * Admits the user of a session that must still be alive.
     *
     * @throws LoginRefused when the session has ended, or as {@link #admit(long)}
     */
    public AdmittedUser admitSession(UUID sessionId) {
        AuthenticatedSession session = sessions.find(sessionId)
                .filter(found -> found.getExpires().isAfter(clock.instant()))
                .orElseThrow(() -> new LoginRefused(LoginRefused.Reason.SESSION_ENDED));
        if (session.getImpersonatorId() != null) {
            // Whoever acts as this user must still be somebody who could log in.
            admitSession(session.getImpersonatorId());
        }
        return admit(session.getUser().getId());
    }
}
