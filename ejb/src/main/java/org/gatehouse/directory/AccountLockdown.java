package org.gatehouse.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.gatehouse.model.directory.User;
import org.gatehouse.model.directory.UserRepository;
import org.gatehouse.model.oauth2.OAuthTokenRepository;
import org.gatehouse.model.token.TokenRepository;
import org.gatehouse.session.Sessions;

/**
 * Takes from an account whatever somebody who got hold of it could use; links that were mailed and browsers that count as proved go
 * with it in any case ({@link AccountLocked}). Runs in the caller's transaction.
 */
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
    private Event<PasswordChanged> passwordChanges;

    @Inject
    private Event<AccountLocked> lockdowns;

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
            takePassword(stored, now);
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
        lockdowns.fire(new AccountLocked(stored.getId()));
    }

    private void takePassword(User user, Instant now) {
        if (user.hasUsablePassword()) {
            passwordChanges.fire(new PasswordChanged(user.getId(), user.getPassword()));
        }
        user.changePassword(null, now);
    }
}
