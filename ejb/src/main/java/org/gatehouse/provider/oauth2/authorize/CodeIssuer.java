package org.gatehouse.provider.oauth2.authorize;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.access.Actor;
import org.gatehouse.crypto.RandomKeys;
import org.gatehouse.event.EventAction;
import org.gatehouse.event.EventDraft;
import org.gatehouse.event.Events;
import org.gatehouse.model.directory.User;
import org.gatehouse.provider.ApplicationAccess;
import org.gatehouse.provider.oauth2.GrantType;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.OAuthClients;
import org.gatehouse.provider.oauth2.PolicyContext;
import org.gatehouse.provider.oauth2.assurance.AuthenticationContexts;
import org.gatehouse.provider.oauth2.logout.ClientParticipation;
import org.gatehouse.provider.oauth2.logout.SessionState;
import org.gatehouse.provider.oauth2.protocol.AuthorizationResponse;
import org.gatehouse.provider.oauth2.protocol.OAuthError;
import org.gatehouse.provider.oauth2.protocol.OAuthErrorCode;
import org.gatehouse.provider.oauth2.protocol.OAuthRefusal;
import org.gatehouse.provider.oauth2.protocol.ResponseType;
import org.gatehouse.provider.oauth2.protocol.Scopes;
import org.gatehouse.provider.oauth2.redirect.RedirectUriType;
import org.gatehouse.provider.oauth2.request.StoredRequests;
import org.gatehouse.provider.oauth2.token.FrontChannelOrder;
import org.gatehouse.provider.oauth2.token.Issuers;
import org.gatehouse.provider.oauth2.token.TokenIssuer;
import org.gatehouse.provider.oauth2.token.TokenOrigin;
import org.gatehouse.session.AdmittedUser;
import org.gatehouse.session.LiveSession;
import org.gatehouse.session.LoginGate;

/**
 * Makes authorization codes (RFC 6749 section 4.1.2) and the tokens that come with them or in their place (OpenID Connect Core 1.0 sections
 * 3.2.2.5 and 3.3.2.5): the last moment at which everything is looked at once more. All of an answer is one family and one transaction.
 */
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
    private TokenIssuer tokens;

    @Inject
    private AuthenticationContexts contexts;

    @Inject
    private SecuredResponses secured;

    @Inject
    private ClientParticipation participation;

    @Inject
    private StoredRequests requests;

    @Inject
    private RandomKeys random;

    @Inject
    private Events events;

    /**
     * Issues what the request asks for to the user of the login.
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
        if (!access.decide(client.application(), admitted, PolicyContext.of(client, pending.scopes(), GrantType.of(pending.responseType()))).passing()) {
            throw denied();
        }
        requireFirstAnswer(client, pending);
        TokenOrigin origin = new TokenOrigin(UUID.randomUUID(), session.id(),
                pending.grant(session, contexts.achieved(client, session, pending.acrValues())));
        Map<String, String> issued = issue(client, admitted, origin, pending);
        record(client, admitted.user(), pending);
        participation.note(client, admitted.user(), session);
        AuthorizationResponse response = AuthorizationResponse.success(pending.redirectUri(), pending.responseMode(), issued,
                pending.stateSent(), issuers.issuer(client));
        return secured.secure(client, withSessionState(response, client, pending, session));
    }

    private Map<String, String> issue(OAuthClient client, AdmittedUser admitted, TokenOrigin origin, PendingAuthorization pending) {
        ResponseType type = pending.responseType();
        Optional<String> code = type.hasCode() ? Optional.of(codes.add(client, admitted.user(), origin)) : Optional.empty();
        Map<String, String> parameters = new LinkedHashMap<>();
        code.ifPresent(value -> parameters.put("code", value));
        if (type.isFrontChannel()) {
            parameters.putAll(tokens.issueInFront(client, admitted, origin,
                    new FrontChannelOrder(type, code, pending.stateSent())).parameters());
        }
        return parameters;
    }

    /** OpenID Connect Session Management 1.0 section 2. */
    private AuthorizationResponse withSessionState(AuthorizationResponse response, OAuthClient client, PendingAuthorization pending,
            LiveSession session) {
        return pending.scopes().contains(Scopes.OPENID)
                ? SessionState.of(client.clientId(), pending.redirectUri(), session, random.alphanumeric(16))
                        .map(state -> response.with("session_state", state)).orElse(response)
                : response;
    }

    /**
     * Tells the client that the user has said no (RFC 6749 section 4.1.2.1).
     *
     * @throws OAuthRefusal when client or address are not known any more, so that nobody can be told
     */
    AuthorizationResponse refuse(PendingAuthorization pending) {
        OAuthClient client = clients.find(pending.clientId()).filter(found -> stillAllows(found, pending)).orElseThrow(CodeIssuer::denied);
        requireFirstAnswer(client, pending);
        return secured.secure(client, AuthorizationResponse.error(pending.redirectUri(), pending.responseMode(),
                new OAuthError(OAuthErrorCode.ACCESS_DENIED, "The user has refused."), pending.stateSent(), issuers.issuer(client)));
    }

    /** A pushed request may have been opened more than once; it leads to one answer. */
    private void requireFirstAnswer(OAuthClient client, PendingAuthorization pending) {
        if (pending.pushedAs() != null && !requests.answer(client, pending.pushedAs())) {
            throw denied();
        }
    }

    private static boolean stillAllows(OAuthClient client, PendingAuthorization pending) {
        return client.settings().registers(pending.redirectUri(), RedirectUriType.AUTHORIZATION)
                && client.settings().allows(pending.responseType());
    }

    private void record(OAuthClient client, User user, PendingAuthorization pending) {
        events.recordWithin(EventDraft.of(EventAction.AUTHORIZE_APPLICATION, "providers.oauth2", Actor.of(user, false))
                .with("authorized_application", client.application().describe())
                .with("client_id", client.clientId())
                .with("scopes", Scopes.format(pending.scopes())));
    }

    private static OAuthRefusal denied() {
        return new OAuthRefusal(OAuthErrorCode.ACCESS_DENIED, "The request is no longer allowed.");
    }
}
