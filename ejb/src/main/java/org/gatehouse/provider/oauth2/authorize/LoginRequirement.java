package org.gatehouse.provider.oauth2.authorize;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.gatehouse.provider.oauth2.protocol.AuthorizationRequest;
import org.gatehouse.provider.oauth2.protocol.OAuthErrorCode;
import org.gatehouse.provider.oauth2.protocol.OAuthRefusal;
import org.gatehouse.provider.oauth2.protocol.Prompt;
import org.gatehouse.session.LiveSession;

/** Decides whether the browser's login is good enough for a request (OpenID Connect Core 1.0 sections 3.1.2.1 and 3.1.2.3). */
@ApplicationScoped
public class LoginRequirement {

    private LoginMarker marker;
    private Clock clock;

    /** For the container's proxy. */
    protected LoginRequirement() {
    }

    @Inject
    public LoginRequirement(LoginMarker marker, Clock clock) {
        this.marker = marker;
        this.clock = clock;
    }

    /**
     * The login to go on with; empty when the user has to log in (again).
     *
     * @throws OAuthRefusal {@code login_required} when that may not be, or has just been tried without a new login
     */
    Optional<LiveSession> accept(AuthorizationRequest request, Optional<LiveSession> session) {
        Optional<Instant> asked = marker.askedSince(request);
        boolean fresh = session.isPresent() && (!wantsFresh(request, session.get())
                || asked.filter(since -> !session.get().created().truncatedTo(ChronoUnit.SECONDS).isBefore(since)).isPresent());
        if (fresh) {
            return session;
        }
        if (request.prompt().contains(Prompt.NONE) || session.isPresent() && asked.isPresent()) {
            throw new OAuthRefusal(OAuthErrorCode.LOGIN_REQUIRED, "The user has to log in.");
        }
        return Optional.empty();
    }

    /**
     * Called when the login is another user's than the client expects: whether a new login can mend that.
     *
     * @throws OAuthRefusal {@code login_required} when it cannot be asked for, or has just been without avail
     */
    void requireAnother(AuthorizationRequest request) {
        if (request.prompt().contains(Prompt.NONE) || marker.askedSince(request).isPresent()) {
            throw new OAuthRefusal(OAuthErrorCode.LOGIN_REQUIRED, "Another user is logged in.");
        }
    }

    private boolean wantsFresh(AuthorizationRequest request, LiveSession session) {
        return request.prompt().contains(Prompt.LOGIN) || request.prompt().contains(Prompt.SELECT_ACCOUNT)
                || request.maxAge().filter(age -> !session.created().plus(age).isAfter(clock.instant())).isPresent();
    }
}
