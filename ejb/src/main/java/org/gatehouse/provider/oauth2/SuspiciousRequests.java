package org.gatehouse.provider.oauth2;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.regex.Pattern;
import org.gatehouse.access.Actor;
import org.gatehouse.event.EventAction;
import org.gatehouse.event.EventDraft;
import org.gatehouse.event.Events;
import org.gatehouse.model.directory.User;

/** Leaves an event when somebody pretends to be a client. What was sent is cut short, and nothing that may be a secret is kept. */
@ApplicationScoped
public class SuspiciousRequests {

    private static final int LONGEST = 200;
    private static final Pattern USER_INFORMATION = Pattern.compile("//[^/@]*@");

    @Inject
    private Events events;

    /** No client has this id. */
    public void unknownClient(String clientId) {
        events.recordWithin(draft("The client is not known.", clientId));
    }

    /** The client has not registered this redirect URI; its query and fragment are not kept. */
    public void foreignRedirectUri(OAuthClient client, String redirectUri) {
        String address = USER_INFORMATION.matcher(redirectUri.split("[?#]", 2)[0]).replaceFirst("//");
        events.recordWithin(draft("The redirect URI is not registered.", client.clientId())
                .with("application", client.application().slug())
                .with("redirect_uri", cut(address)));
    }

    /** Somebody could not prove to be the client. */
    public void failedAuthentication(String clientId) {
        events.recordWithin(draft("The client could not be authenticated.", clientId));
    }

    /** The client has asked for tokens of another one that does not trust it. */
    public void foreignTarget(OAuthClient client, OAuthClient target) {
        events.recordWithin(about(client, "A token was asked for an application that does not trust the client.")
                .with("target", target.application().slug()));
    }

    /** The client has presented what belongs to another one. */
    public void foreignGrant(OAuthClient client, OAuthClient owner, String message) {
        events.recordWithin(about(client, message).with("owner", owner.clientId()));
    }

    /** The client has presented a code of its own in a way in which it has not asked for it: somebody may have put it there. */
    public void injectedCode(OAuthClient client, User user, String message) {
        events.recordWithin(EventDraft.of(EventAction.SUSPICIOUS_REQUEST, "providers.oauth2", Actor.of(user, false))
                .with("message", message).with("client_id", client.clientId()).with("application", client.application().slug()));
    }

    private static EventDraft about(OAuthClient client, String message) {
        return draft(message, client.clientId()).with("application", client.application().slug());
    }

    private static EventDraft draft(String message, String clientId) {
        return EventDraft.of(EventAction.SUSPICIOUS_REQUEST, "providers.oauth2", Actor.anonymous())
                .with("message", message)
                .with("client_id", cut(clientId));
    }

    private static String cut(String sent) {
        return sent.length() > LONGEST ? sent.substring(0, LONGEST) : sent;
    }
}
