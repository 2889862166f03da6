package org.gatehouse.provider.oauth2.authorize;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.protocol.AuthorizationRequest;
import org.gatehouse.provider.oauth2.protocol.AuthorizationRequestParser;
import org.gatehouse.provider.oauth2.protocol.OAuthRefusal;
import org.gatehouse.provider.oauth2.request.ResolvedRequest;

/** Every rule about authorization requests, in its order; the same for requests that are pushed and that a browser brings. */
@ApplicationScoped
public class AuthorizationChecks {

    private List<AuthorizationCheck> ordered;

    /** For the container's proxy. */
    protected AuthorizationChecks() {
    }

    @Inject
    AuthorizationChecks(@Any Instance<AuthorizationCheck> checks) {
        ordered = checks.stream().sorted(Comparator.comparingInt(AuthorizationCheck::order)).toList();
    }

    /**
     * Reads a request and asks every rule.
     *
     * @param redirectUri the registered address that the answer goes to
     * @throws OAuthRefusal with what the client is told
     */
    AuthorizationRequest check(ResolvedRequest resolved, String redirectUri, OAuthClient client) {
        AuthorizationRequest request = AuthorizationRequestParser.parse(resolved.parameters(), redirectUri).deliveredBy(resolved.delivery());
        for (AuthorizationCheck check : ordered) {
            request = check.check(request, client);
        }
        return request;
    }
}
