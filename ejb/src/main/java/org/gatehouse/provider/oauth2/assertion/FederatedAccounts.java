package org.gatehouse.provider.oauth2.assertion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.gatehouse.access.Actor;
import org.gatehouse.crypto.Digests;
import org.gatehouse.directory.GeneratedAccounts;
import org.gatehouse.directory.GeneratedAccounts.Draft;
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

/** The service accounts of those for whom assertions speak: one for each client, issuer and subject, for as long as an assertion lasts. */
@ApplicationScoped
public class FederatedAccounts {

    private static final String PATH = "goauthentik.io/apps/";
    private static final int LONGEST_NAME = 200;

    @Inject
    private GeneratedAccounts accounts;

    @Inject
    private LoginGate gate;

    @Inject
    private Events events;

    /**
     * The account of the assertion's subject at this client, admitted.
     *
     * @throws OAuthRefusal {@code invalid_grant} when other accounts have all its names; an event tells the administrators
     * @throws LoginRefused when an administrator has disabled it
     */
    public AdmittedUser admit(OAuthClient client, ProvenAssertion assertion) {
        String mark = Digests.sha256(client.providerId() + "\n" + assertion.issuer().providerId() + "\n" + assertion.subject());
        String name = cut(client.application().name()) + ": " + cut(assertion.subject()) + " (JWT)";
        User account = username(client, assertion).flatMap(readable -> require(client, readable, name, mark))
                .or(() -> require(client, "ak-" + client.numPk() + "-jwt-" + mark, name, mark))
                .orElseThrow(() -> nameTaken(client));
        accounts.prolong(account, assertion.expires());
        return gate.admit(account.getId());
    }

    private Optional<User> require(OAuthClient client, String username, String name, String mark) {
        return accounts.require(new Draft(username, name, PATH + client.application().slug(), mark));
    }

    /** By provider and subject as the contract has it; empty where that is no name. */
    private static Optional<String> username(OAuthClient client, ProvenAssertion assertion) {
        try {
            return Optional.of(Usernames.normalise(client.providerName() + "-" + assertion.subject()));
        } catch (IllegalArgumentException unfit) {
            return Optional.empty();
        }
    }

    private static String cut(String text) {
        return text.length() > LONGEST_NAME ? text.substring(0, LONGEST_NAME) : text;
    }

    private OAuthRefusal nameTaken(OAuthClient client) {
        events.recordWithin(EventDraft.of(EventAction.CONFIGURATION_ERROR, "providers.oauth2", Actor.anonymous())
                .with("message", "The names of a service account for the subject of an assertion belong to other accounts.")
                .with("client_id", client.clientId()));
        return new OAuthRefusal(OAuthErrorCode.INVALID_GRANT, "The subject has no account.");
    }
}
