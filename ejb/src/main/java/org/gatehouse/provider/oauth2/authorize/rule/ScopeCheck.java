package org.gatehouse.provider.oauth2.authorize.rule;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.gatehouse.provider.oauth2.ConfiguredScope;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.authorize.AuthorizationCheck;
import org.gatehouse.provider.oauth2.protocol.AuthorizationRequest;
import org.gatehouse.provider.oauth2.protocol.Scopes;

/**
 * Drops scopes that are not configured (RFC 6749 section 3.3); a request without scope gets all that are, except
 * {@code offline_access}, which has to be asked for (OpenID Connect Core 1.0 section 11).
 */
@ApplicationScoped
public class ScopeCheck implements AuthorizationCheck {

    @Override
    public int order() {
        return 40;
    }

    @Override
    public AuthorizationRequest check(AuthorizationRequest request, OAuthClient client) {
        List<String> scopes = effective(request.scopes(), client.scopes().stream().map(ConfiguredScope::name).distinct().toList());
        return request.withScopes(request.responseType().hasCode() ? scopes : online(scopes));
    }

    /** OpenID Connect Core 1.0 section 11: nothing outlives the login without a code, whatever was asked for. */
    private static List<String> online(List<String> scopes) {
        return scopes.stream().filter(name -> !name.equals(Scopes.OFFLINE_ACCESS)).toList();
    }

    /** What a request gets that asks for these, of those that are configured. */
    public static List<String> effective(List<String> requested, List<String> names) {
        return requested.isEmpty() ? names.stream().filter(Scopes::isGivenUnasked).toList()
                : requested.stream().filter(names::contains).toList();
    }
}
