package org.gatehouse.provider.oauth2.authorize;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.assurance.AuthenticationContexts;
import org.gatehouse.provider.oauth2.assurance.WantedContexts;
import org.gatehouse.provider.oauth2.protocol.AuthorizationRequest;
import org.gatehouse.provider.oauth2.protocol.OAuthErrorCode;
import org.gatehouse.provider.oauth2.protocol.OAuthRefusal;
import org.gatehouse.provider.oauth2.protocol.Prompt;
import org.gatehouse.session.LiveSession;

/**
 * Decides whether the browser's login is strong enough for a request (RFC 9470 section 5). A login that is not is asked for once more, by
 * the flow that leads to what is wanted; contexts that there are not at all are a wish, and passed over.
 */
@ApplicationScoped
public class AssuranceRequirement {

    private AuthenticationContexts contexts;
    private LoginMarker marker;

    /** For the container's proxy. */
    protected AssuranceRequirement() {
    }

    @Inject
    public AssuranceRequirement(AuthenticationContexts contexts, LoginMarker marker) {
        this.contexts = contexts;
        this.marker = marker;
    }

    /**
     * Whether to go on with the login; if not, the user has to log in by {@link #flow}.
     *
     * @throws OAuthRefusal {@code login_required} when nobody may be asked, {@code unmet_authentication_requirements} when the login that
     *     has just been asked for is not strong enough either
     */
    boolean accept(AuthorizationRequest request, OAuthClient client, LiveSession session) {
        List<String> wanted = wanted(request, client);
        if (wanted.isEmpty() || wanted.stream().anyMatch(acr -> contexts.isMet(client, session, acr))) {
            return true;
        }
        if (request.prompt().contains(Prompt.NONE)) {
            throw new OAuthRefusal(OAuthErrorCode.LOGIN_REQUIRED, "The user has to log in with more proof.");
        }
        if (marker.askedSince(request).isPresent()) {
            throw new OAuthRefusal(OAuthErrorCode.UNMET_AUTHENTICATION_REQUIREMENTS, "The login is not of an authentication context that is asked for.");
        }
        return false;
    }

    /** The flow that leads to what is wanted; empty when the usual one has to do. */
    Optional<UUID> flow(AuthorizationRequest request, OAuthClient client) {
        return contexts.flowTo(client, wanted(request, client));
    }

    /** What would satisfy the request, of what there is. */
    List<String> wanted(AuthorizationRequest request, OAuthClient client) {
        return contexts.known(WantedContexts.of(request), client);
    }
}
