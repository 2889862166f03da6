package org.gatehouse.provider.oauth2.authorize;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.gatehouse.access.Actor;
import org.gatehouse.event.EventAction;
import org.gatehouse.event.EventDraft;
import org.gatehouse.event.Events;
import org.gatehouse.model.directory.User;
import org.gatehouse.provider.ApplicationAccess;
import org.gatehouse.provider.oauth2.GrantType;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.OAuthClients;
import org.gatehouse.provider.oauth2.PolicyContext;
import org.gatehouse.provider.oauth2.RedirectUriType;
import org.gatehouse.provider.oauth2.protocol.AuthorizationResponse;
import org.gatehouse.provider.oauth2.protocol.OAuthError;
import org.gatehouse.provider.oauth2.protocol.OAuthErrorCode;
import org.gatehouse.provider.oauth2.protocol.OAuthRefusal;
import org.gatehouse.provider.oauth2.protocol.Scopes;
import org.gatehouse.provider.oauth2.token.Issuers;
import org.gatehouse.session.AdmittedUser;
import org.gatehouse.session.LiveSession;
import org.gatehouse.session.LoginGate;

/** Makes authorization codes (RFC 6749 section 4.1.2): the last moment at which everything is looked at once more. */
@ApplicationScoped
public class CodeIssuer {

    @Inject
    private OAuthClients clients;

    @Inject
    private LoginGate gate;

    @Inject
    private ApplicationAccess access;

    @Inject
    private Issuers issuers;

    @Inject
    private CodeRecord codes;

    @Inject
    private Events events;

    /**
     * Issues a code for the user of the login.
     *
     * @throws OAuthRefusal when client, address, user or policies no longer allow it
     * @throws org.gatehouse.session.LoginRefused when the login has ended
     */
    public AuthorizationResponse issue(PendingAuthorization pending, LiveSession session) {
        OAuthClient client = clients.find(pending.clientId()).filter(found -> stillAllows(found, pending)).orElseThrow(CodeIssuer::denied);
        if (!session.id().equals(pending.sessionId())) {
            throw denied();
        }
        AdmittedUser admitted = gate.admitSession(session.id());
        if (!access.decide(client.application(), admitted, PolicyContext.of(client, pending.scopes(), GrantType.AUTHORIZATION_CODE)).passing()) {
            throw denied();
        }
        String code = codes.add(client, admitted.user(), pending, session);
        record(client, admitted.user(), pending);
        return AuthorizationResponse.code(pending.redirectUri(), pending.responseMode(), code, pending.stateSent(), issuers.issuer(client));
    }

    /**
     * Tells the client that the user has said no (RFC 6749 section 4.1.2.1).
     *
     * @throws OAuthRefusal when client or address are not known any more, so that nobody can be told
     */
    AuthorizationResponse refuse(PendingAuthorization pending) {
        OAuthClient client = clients.find(pending.clientId()).filter(found -> stillAllows(found, pending)).orElseThrow(CodeIssuer::denied);
        return AuthorizationResponse.error(pending.redirectUri(), pending.responseMode(),
                new OAuthError(OAuthErrorCode.ACCESS_DENIED, "The user has refused."), pending.stateSent(), issuers.issuer(client));
    }

    private static boolean stillAllows(OAuthClient client, PendingAuthorization pending) {
        return client.settings().registers(pending.redirectUri(), RedirectUriType.AUTHORIZATION)
                && client.settings().allows(GrantType.AUTHORIZATION_CODE);
    }

    private void record(OAuthClient client, User user, PendingAuthorization pending) {
        events.recordWithin(EventDraft.of(EventAction.AUTHORIZE_APPLICATION, "providers.oauth2", Actor.of(user, false))
                .with("authorized_application", client.application().slug())
                .with("client_id", client.clientId())
                .with("scopes", Scopes.format(pending.scopes())));
    }

    private static OAuthRefusal denied() {
        return new OAuthRefusal(OAuthErrorCode.ACCESS_DENIED, "The request is no longer allowed.");
    }
}
