package org.gatehouse.provider.oauth2.grant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.gatehouse.access.Actor;
import org.gatehouse.directory.GeneratedAccounts;
import org.gatehouse.directory.Usernames;
import org.gatehouse.event.EventAction;
import org.gatehouse.event.EventDraft;
import org.gatehouse.event.Events;
import org.gatehouse.model.directory.User;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.protocol.OAuthErrorCode;
import org.gatehouse.provider.oauth2.protocol.OAuthRefusal;
import org.gatehouse.session.AdmittedUser;
import org.gatehouse.session.LoginGate;
import org.gatehouse.session.LoginRefused;

/** The service account of each client that acts for itself, made when it first does. Without it the client acts for nobody. */
@ApplicationScoped
class ClientAccounts {

    private static final String PREFIX = "ak-";
    private static final String SUFFIX = "-client_credentials";
    private static final String PATH = "goauthentik.io/apps/";
    private static final int LONGEST_NAME = 400;

    @Inject
    private GeneratedAccounts accounts;

    @Inject
    private LoginGate gate;

    @Inject
    private Events events;

    /**
     * The client's account, admitted.
     *
     * @throws OAuthRefusal {@code invalid_grant} when its name is another account's; an event tells the administrators
     * @throws LoginRefused when an administrator has disabled it
     */
    AdmittedUser admit(OAuthClient client) {
        String application = client.application().name();
        String name = application.length() > LONGEST_NAME ? application.substring(0, LONGEST_NAME) : application;
        User account = accounts.require(new GeneratedAccounts.Draft(username(client), name + " (client credentials)",
                PATH + client.application().slug())).orElseThrow(() -> nameTaken(client));
        return gate.admit(account.getId());
    }

    /** By the provider's name as the contract has it; by its id where the name would not fit or would not be a name. */
    static String username(OAuthClient client) {
        try {
            return Usernames.normalise(PREFIX + client.providerName() + SUFFIX);
        } catch (IllegalArgumentException unfit) {
            return PREFIX + client.providerId() + SUFFIX;
        }
    }

    private OAuthRefusal nameTaken(OAuthClient client) {
        events.recordWithin(EventDraft.of(EventAction.CONFIGURATION_ERROR, "providers.oauth2", Actor.anonymous())
                .with("message", "The name of the client's service account belongs to an account that was not made for it.")
                .with("username", username(client)).with("client_id", client.clientId()));
        return new OAuthRefusal(OAuthErrorCode.INVALID_GRANT, "The client has no account.");
    }
}
