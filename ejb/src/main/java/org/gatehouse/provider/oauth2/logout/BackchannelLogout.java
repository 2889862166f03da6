package org.gatehouse.provider.oauth2.logout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import org.gatehouse.model.logout.LogoutNotices;
import org.gatehouse.model.logout.SessionClient;
import org.gatehouse.model.logout.SessionClients;
import org.gatehouse.provider.oauth2.LogoutMethod;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.OAuthClients;
import org.gatehouse.session.SessionEnded;

/** Notes down, in the transaction that ends a login, which clients are to be told of it (OpenID Connect Back-Channel Logout 1.0). */
@ApplicationScoped
public class BackchannelLogout {

    @Inject
    private SessionClients participants;

    @Inject
    private OAuthClients clients;

    @Inject
    private LogoutNotices notices;

    @Inject
    private Event<LogoutQueued> queued;

    @Inject
    private Clock clock;

    void ended(@Observes SessionEnded session) {
        List<SessionClient> toTell = participants.take(session.sessionId()).stream().filter(this::listens).toList();
        toTell.forEach(client -> notices.add(client, clock.instant()));
        if (!toTell.isEmpty()) {
            queued.fire(new LogoutQueued());
        }
    }

    private boolean listens(SessionClient participant) {
        return clients.find(participant.providerId()).filter(BackchannelLogout::isTold).isPresent();
    }

    /** Whether the client has an address for logout tokens. */
    static boolean isTold(OAuthClient client) {
        return client.settings().logoutMethod() == LogoutMethod.BACKCHANNEL && !client.settings().logoutUri().isEmpty();
    }
}
