package org.gatehouse.provider.oauth2.logout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.gatehouse.model.directory.User;
import org.gatehouse.model.logout.SessionClient;
import org.gatehouse.model.logout.SessionClients;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.token.Issuers;
import org.gatehouse.provider.oauth2.token.SessionIdentifier;
import org.gatehouse.provider.oauth2.token.Subjects;
import org.gatehouse.session.LiveSession;
import org.gatehouse.session.SessionRenewed;

/**
 * Remembers which clients take part in a login: whoever authorizes a client calls {@link #note}. The names are kept as the client has
 * got them in its ID token, since at the end of the login there may be no request to derive them from.
 */
@ApplicationScoped
public class ClientParticipation {

    @Inject
    private SessionClients clients;

    @Inject
    private Subjects subjects;

    @Inject
    private Issuers issuers;

    /** The client is about to get something that says the user has logged in. */
    public void note(OAuthClient client, User user, LiveSession session) {
        // Who wants no notice is asked for when the login ends: the setting may come later than the login.
        clients.note(session.id(), new SessionClient(client.providerId(), SessionIdentifier.of(session.id()),
                subjects.of(client, user), issuers.issuer(client)));
    }

    void renewed(@Observes SessionRenewed renewed) {
        clients.move(renewed.former(), renewed.session());
    }
}
