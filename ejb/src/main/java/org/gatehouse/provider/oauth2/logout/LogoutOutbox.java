package org.gatehouse.provider.oauth2.logout;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.gatehouse.access.Actor;
import org.gatehouse.event.EventAction;
import org.gatehouse.event.EventDraft;
import org.gatehouse.event.Events;
import org.gatehouse.model.logout.LogoutNotice;
import org.gatehouse.model.logout.LogoutNotices;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.OAuthClients;

/** The notices that wait, each step in a transaction of its own: none is open while a client thinks. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class LogoutOutbox {

    /** Attempts at 0, 1, 3, 7, 15 and 31 minutes; then the client's own sessions have to run out. */
    static final int MOST_ATTEMPTS = 6;

    /** Longer than any attempt takes. */
    private static final Duration CLAIM = Duration.ofMinutes(2);
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);

    @Inject
    private LogoutNotices notices;

    @Inject
    private OAuthClients clients;

    @Inject
    private LogoutTokens tokens;

    @Inject
    private Events events;

    @Inject
    private Clock clock;

    /** The next notice that is due; nobody else gets it for some minutes. */
    public Optional<LogoutNotice> take() {
        Instant now = clock.instant();
        return notices.take(now, now.plus(CLAIM));
    }

    /** What has to be sent for a notice; empty, and the notice forgotten, when the client wants none any more. */
    public Optional<LogoutCall> prepare(LogoutNotice notice) {
        Optional<OAuthClient> client = clients.find(notice.client().providerId()).filter(BackchannelLogout::isTold);
        if (client.isEmpty()) {
            notices.delete(notice.id());
        }
        return client.map(found -> new LogoutCall(notice, found.clientId(), found.settings().logoutUri(), tokens.make(found, notice.client())));
    }

    /** The client knows. */
    public void told(LogoutCall call) {
        notices.delete(call.notice().id());
    }

    /** Keeps the notice for another attempt, later and later; after the last one it is given up. */
    public void failed(LogoutNotice notice, String client, String reason) {
        if (notice.attempts() < MOST_ATTEMPTS) {
            notices.postpone(notice.id(), clock.instant().plus(FIRST_PAUSE.multipliedBy(1L << (notice.attempts() - 1))));
        } else {
            givenUp(notice, client, reason);
        }
    }

    /**
     * Forgets a notice that the client does not take.
     *
     * @param client what the event calls it
     */
    public void givenUp(LogoutNotice notice, String client, String reason) {
        notices.delete(notice.id());
        events.recordWithin(EventDraft.of(EventAction.SYSTEM_TASK_EXCEPTION, "providers.oauth2", Actor.ofSystem())
                .with("task", "backchannel-logout")
                .with("message", "A client could not be told of a logout: " + reason)
                .with("client_id", client)
                .with("attempts", String.valueOf(notice.attempts())));
    }
}
