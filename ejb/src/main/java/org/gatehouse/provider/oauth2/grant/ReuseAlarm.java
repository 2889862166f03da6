package org.gatehouse.provider.oauth2.grant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.gatehouse.access.Actor;
import org.gatehouse.event.EventAction;
import org.gatehouse.event.EventDraft;
import org.gatehouse.event.Events;
import org.gatehouse.model.directory.User;
import org.gatehouse.model.oauth2.OAuthTokenRepository;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.protocol.OAuthErrorCode;
import org.gatehouse.provider.oauth2.protocol.OAuthRefusal;

/**
 * What happens when somebody presents a code or refresh token that was used before, or that is another client's: it has leaked, and
 * nobody can tell which of the two is the thief (RFC 9700 sections 2.1.1 and 4.14.2).
 */
@ApplicationScoped
public class ReuseAlarm {

    @Inject
    private OAuthTokenRepository tokens;

    @Inject
    private Events events;

    /** Revokes the family, leaves an event, and returns the refusal to throw. */
    OAuthRefusal raise(OAuthClient client, UUID familyId, User user, String message) {
        tokens.revokeFamily(familyId);
        events.recordWithin(EventDraft.of(EventAction.SUSPICIOUS_REQUEST, "providers.oauth2", Actor.of(user, false))
                .with("message", message)
                .with("client_id", client.clientId())
                .with("application", client.application().slug()));
        return new OAuthRefusal(OAuthErrorCode.INVALID_GRANT, "The grant is not valid for this client.");
    }
}
