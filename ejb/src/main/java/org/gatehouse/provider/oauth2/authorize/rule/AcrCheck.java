package org.gatehouse.provider.oauth2.authorize.rule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.assurance.AuthenticationContexts;
import org.gatehouse.provider.oauth2.assurance.WantedContexts;
import org.gatehouse.provider.oauth2.authorize.AuthorizationCheck;
import org.gatehouse.provider.oauth2.protocol.AuthorizationRequest;
import org.gatehouse.provider.oauth2.protocol.OAuthErrorCode;
import org.gatehouse.provider.oauth2.protocol.OAuthRefusal;

/** Nobody is asked to log in for a client that will do with no authentication context that there is (OpenID Connect Core 1.0 section 5.5.1.1). */
@ApplicationScoped
public class AcrCheck implements AuthorizationCheck {

    private AuthenticationContexts contexts;

    /** For the container's proxy. */
    protected AcrCheck() {
    }

    @Inject
    public AcrCheck(AuthenticationContexts contexts) {
        this.contexts = contexts;
    }

    @Override
    public int order() {
        return 70;
    }

    @Override
    public AuthorizationRequest check(AuthorizationRequest request, OAuthClient client) {
        WantedContexts wanted = WantedContexts.of(request);
        if (wanted.essential() && contexts.known(wanted, client).isEmpty()) {
            throw new OAuthRefusal(OAuthErrorCode.UNMET_AUTHENTICATION_REQUIREMENTS, "No login is of the authentication context that is asked for.");
        }
        return request;
    }
}
