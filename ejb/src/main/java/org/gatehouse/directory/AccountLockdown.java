package org.gatehouse.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.gatehouse.model.directory.User;
import org.gatehouse.model.directory.UserRepository;
import org.gatehouse.model.oauth2.OAuthTokenRepository;
import org.gatehouse.model.token.TokenRepository;
import org.gatehouse.session.Sessions;

/** Takes from an account whatever somebody who got hold of it could use. Runs in the caller's transaction. */
@ApplicationScoped
public class AccountLockdown {

    @Inject
    private UserRepository users;

    @Inject
    private TokenRepository tokens;

    @Inject
    private OAuthTokenRepository oauthTokens;

    @Inject
    private Sessions sessions;

    @Inject
    private Clock clock;

    /**
     * What is taken.
     *
     * @param deactivate nobody can log in to the account any more
     * @param unusablePassword its password is no password any more
     * @param endSessions its logins end everywhere
     * @param revokeTokens its API tokens and app passwords are deleted, what applications hold for it is revoked
     */
    public record Measures(boolean deactivate, boolean unusablePassword, boolean endSessions, boolean revokeTokens) {
    }

    /** Takes them. A deactivated account loses its logins in any case: they would be refused at their next use. */
    public void lock(User user, Measures measures) {
        Instant now = clock.instant();
        User stored = users.get(user.getId());
        if (measures.deactivate()) {
            stored.setActive(false);
        }
        if (measures.unusablePassword()) {
            stored.changePassword(null, now);
        }
        stored.setLastUpdated(now);
        users.flush();
        if (measures.endSessions() || measures.deactivate()) {
            sessions.endAll(stored.getId(), Optional.empty());
        }
        if (measures.revokeTokens()) {
            tokens.removeOf(stored.getId());
            oauthTokens.revokeUser(stored.getId());
        }
    }
}
