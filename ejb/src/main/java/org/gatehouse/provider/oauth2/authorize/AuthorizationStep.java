package org.gatehouse.provider.oauth2.authorize;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.gatehouse.flow.FlowStart;
import org.gatehouse.provider.oauth2.protocol.AuthorizationResponse;

/** Where an authorization request leads next. A closed set; the web layer handles every case through {@link #fold}. */
public sealed interface AuthorizationStep {

    /** The user has to log in, by this flow; it leads back to the request. */
    record NeedsLogin(FlowStart flow, Optional<String> loginHint) implements AuthorizationStep {
    }

    /** The authorization flow has to run; its last stage answers the client. */
    record NeedsConsent(FlowStart flow) implements AuthorizationStep {
    }

    /** The client gets what it has asked for: code, tokens, or both. */
    record Issue(AuthorizationResponse response) implements AuthorizationStep {
    }

    /** The client gets an error. */
    record Refuse(AuthorizationResponse response) implements AuthorizationStep {
    }

    /** The policies of the application refuse the user, who is told so; the client is not. */
    record Forbid(List<String> messages) implements AuthorizationStep {
    }

    /** Handles every case. */
    default <T> T fold(Function<NeedsLogin, T> needsLogin, Function<NeedsConsent, T> needsConsent, Function<Issue, T> issue,
            Function<Refuse, T> refuse, Function<Forbid, T> forbid) {
        if (this instanceof NeedsLogin step) {
            return needsLogin.apply(step);
        }
        if (this instanceof NeedsConsent step) {
            return needsConsent.apply(step);
        }
        if (this instanceof Issue step) {
            return issue.apply(step);
        }
        return this instanceof Refuse step ? refuse.apply(step) : forbid.apply((Forbid) this);
    }
}
