package org.gatehouse.provider.oauth2.grant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Optional;
import org.gatehouse.access.Actor;
import org.gatehouse.event.EventAction;
import org.gatehouse.event.EventDraft;
import org.gatehouse.event.Events;
import org.gatehouse.event.RequestOrigin;
import org.gatehouse.limit.FailureThrottle;
import org.gatehouse.model.token.TokenIntent;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.protocol.AccountCredentials;
import org.gatehouse.provider.oauth2.protocol.OAuthErrorCode;
import org.gatehouse.provider.oauth2.protocol.OAuthRefusal;
import org.gatehouse.token.AuthenticatedToken;
import org.gatehouse.token.Tokens;

/**
 * Recognises an account by one of its app passwords. Whether the account, the password or nothing at all exists, whether it belongs to
 * somebody else, has run out or comes too early after others: the answer is the same.
 */
@ApplicationScoped
class AppPasswordProof {

    private static final int LONGEST_NAME = 150;

    @Inject
    private Tokens tokens;

    @Inject
    private FailureThrottle throttle;

    @Inject
    private Events events;

    @Inject
    private RequestOrigin origin;

    /**
     * The app password, which is good now, with the account, which is admitted.
     *
     * @throws OAuthRefusal {@code invalid_grant}; a {@code login_failed} event is left
     */
    AuthenticatedToken require(OAuthClient client, AccountCredentials credentials) {
        String username = credentials.username();
        return throttle.guess("app-password\n" + username.toLowerCase(Locale.ROOT), origin.clientIp(), () -> find(credentials))
                .orElseThrow(() -> refusal(client, username));
    }

    /** By the password, which names its account: one query, however the name is written. */
    private Optional<AuthenticatedToken> find(AccountCredentials credentials) {
        return tokens.authenticate(credentials.password(), TokenIntent.APP_PASSWORD)
                .filter(proof -> proof.user().user().getUsername().equalsIgnoreCase(credentials.username()));
    }

    private OAuthRefusal refusal(OAuthClient client, String username) {
        events.recordWithin(EventDraft.of(EventAction.LOGIN_FAILED, "providers.oauth2", Actor.anonymous())
                .with("username", username.length() > LONGEST_NAME ? username.substring(0, LONGEST_NAME) : username)
                .with("application", client.application().slug()).with("client_id", client.clientId()));
        return new OAuthRefusal(OAuthErrorCode.INVALID_GRANT, "The account could not be authenticated.");
    }
}
