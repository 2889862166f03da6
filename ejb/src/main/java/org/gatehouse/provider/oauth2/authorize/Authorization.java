package org.gatehouse.provider.oauth2.authorize;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.util.List;
import java.util.Optional;
import org.gatehouse.access.Actor;
import org.gatehouse.event.EventAction;
import org.gatehouse.event.EventDraft;
import org.gatehouse.event.Events;
import org.gatehouse.model.directory.User;
import org.gatehouse.policy.PolicyVerdict;
import org.gatehouse.provider.ApplicationAccess;
import org.gatehouse.provider.oauth2.ConfiguredScope;
import org.gatehouse.provider.oauth2.GrantType;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.PolicyContext;
import org.gatehouse.provider.oauth2.protocol.AuthorizationRequest;
import org.gatehouse.provider.oauth2.protocol.OAuthErrorCode;
import org.gatehouse.provider.oauth2.protocol.OAuthRefusal;
import org.gatehouse.provider.oauth2.protocol.Prompt;
import org.gatehouse.provider.oauth2.protocol.ResponseMode;
import org.gatehouse.provider.oauth2.token.Subjects;
import org.gatehouse.session.AdmittedUser;
import org.gatehouse.session.LiveSession;
import org.gatehouse.session.LoginGate;

/** Decides about a well-formed request of a known client: who is it for, may they, and have they been asked. */
@ApplicationScoped
public class Authorization {

    @Inject
    private LoginRequirement login;

    @Inject
    private AssuranceRequirement assurance;

    @Inject
    private Subjects subjects;

    @Inject
    private IdTokenHint hint;

    @Inject
    private LoginGate gate;

    @Inject
    private ApplicationAccess access;

    @Inject
    private ConsentRequirement consent;

    @Inject
    private AuthorizationFlows flows;

    @Inject
    private CodeIssuer issuer;

    @Inject
    private Events events;

    /**
     * Decides where the request leads.
     *
     * @param browser the browser's login, whose user is admitted
     * @throws OAuthRefusal when the client is to be told that it cannot be
     */
    AuthorizationStep decide(AuthorizationRequest request, OAuthClient client, Optional<LiveSession> browser) {
        Optional<LiveSession> session = login.accept(request, browser).filter(found -> assurance.accept(request, client, found));
        if (session.isEmpty()) {
            return new AuthorizationStep.NeedsLogin(flows.login(request, client, assurance.flow(request, client)), request.loginHint());
        }
        AdmittedUser admitted = gate.admitSession(session.get().id());
        requireSubject(request, client, admitted.user());
        if (!hint.isMetBy(request, client, admitted.user())) {
            login.requireAnother(request);
            return new AuthorizationStep.NeedsLogin(flows.login(request, client, assurance.flow(request, client)), request.loginHint());
        }
        PolicyVerdict verdict = access.decide(client.application(), admitted,
                PolicyContext.of(client, request.scopes(), GrantType.of(request.responseType())));
        return verdict.passing() ? proceed(request, client, session.get(), admitted.user()) : forbid(request, client, admitted.user(), verdict);
    }

    private AuthorizationStep proceed(AuthorizationRequest request, OAuthClient client, LiveSession session, User user) {
        PendingAuthorization pending = PendingAuthorization.of(request, session.id(), assurance.wanted(request, client));
        List<ConfiguredScope> shown = ConsentRequirement.shown(request, client);
        boolean silent = request.prompt().contains(Prompt.NONE);
        if (consent.isTransparent(client, user) && (silent || request.responseMode().transport() != ResponseMode.FORM_POST)
                || silent && isSettled(client, user, shown)) {
            return new AuthorizationStep.Issue(issuer.issue(pending, session));
        }
        return new AuthorizationStep.NeedsConsent(flows.consent(request, client, shown, pending));
    }

    /** For {@code prompt=none} (OpenID Connect Core 1.0 section 3.1.2.6). */
    private boolean isSettled(OAuthClient client, User user, List<ConfiguredScope> shown) {
        if (consent.asksMore(client)) {
            throw new OAuthRefusal(OAuthErrorCode.INTERACTION_REQUIRED, "The application's flow has to be seen by the user.");
        }
        if (!consent.isGiven(client, user, shown)) {
            throw new OAuthRefusal(OAuthErrorCode.CONSENT_REQUIRED, "The user has to be asked.");
        }
        return true;
    }

    /** OpenID Connect Core 1.0 section 5.5.1: a client that asks for the ID token of a certain user gets no other's. */
    private void requireSubject(AuthorizationRequest request, OAuthClient client, User user) {
        boolean another = request.claims().ofIdToken("sub").filter(demand -> !demand.values().isEmpty()
                && !demand.texts().contains(subjects.of(client, user))).isPresent();
        if (another) {
            throw new OAuthRefusal(OAuthErrorCode.LOGIN_REQUIRED, "Another user is logged in.");
        }
    }

    private AuthorizationStep forbid(AuthorizationRequest request, OAuthClient client, User user, PolicyVerdict verdict) {
        events.recordWithin(EventDraft.of(EventAction.POLICY_EXECUTION, "providers.oauth2", Actor.of(user, false))
                .with("application", client.application().slug())
                .with("messages", Json.createArrayBuilder(verdict.messages()).build()));
        if (request.prompt().contains(Prompt.NONE)) {
            throw new OAuthRefusal(OAuthErrorCode.ACCESS_DENIED, "The user may not enter the application.");
        }
        return new AuthorizationStep.Forbid(verdict.messages());
    }
}
