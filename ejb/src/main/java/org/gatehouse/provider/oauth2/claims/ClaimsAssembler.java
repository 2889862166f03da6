package org.gatehouse.provider.oauth2.claims;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.gatehouse.access.Actor;
import org.gatehouse.entitlement.Entitlements;
import org.gatehouse.event.RequestOrigin;
import org.gatehouse.expression.UserVariables;
import org.gatehouse.mapping.PropertyMappings;
import org.gatehouse.model.directory.EffectiveGroups;
import org.gatehouse.model.directory.User;
import org.gatehouse.provider.oauth2.ConfiguredScope;
import org.gatehouse.provider.oauth2.OAuthClient;

/** Collects what the scope mappings say about a user. */
@ApplicationScoped
public class ClaimsAssembler {

    /** Claims that only the issuer states: a mapping must not be able to turn a token into somebody else's. */
    private static final Set<String> PROTOCOL = Set.of("iss", "sub", "aud", "exp", "iat", "nbf", "jti", "azp", "nonce", "at_hash", "c_hash",
            "s_hash", "sid", "auth_time", "client_id", "scope", "cnf", "act");

    @Inject
    private PropertyMappings mappings;

    @Inject
    private UserVariables users;

    @Inject
    private Entitlements entitlements;

    @Inject
    private RequestOrigin origin;

    /**
     * The claims of the granted scopes that are still configured.
     *
     * @throws org.gatehouse.expression.ExpressionFailed when a mapping fails; half of the claims are never issued
     */
    public Map<String, Object> claims(OAuthClient client, User user, List<String> scopes) {
        return claims(client, user, scopes, users.of(user));
    }

    /** As {@link #claims(OAuthClient, User, List)}, for a user whose groups were read with it. */
    Map<String, Object> claims(OAuthClient client, User user, EffectiveGroups groups, List<String> scopes) {
        return claims(client, user, scopes, UserVariables.of(user, groups));
    }

    private Map<String, Object> claims(OAuthClient client, User user, List<String> scopes, Map<String, Object> variable) {
        List<UUID> ids = client.scopes().stream().filter(scope -> scopes.contains(scope.name())).map(ConfiguredScope::mappingId).toList();
        Map<String, Object> claims = new LinkedHashMap<>(
                mappings.merged(mappings.find(ids), variables(client, user, variable, scopes), Actor.of(user, false)));
        claims.keySet().removeAll(PROTOCOL);
        return claims;
    }

    private Map<String, Object> variables(OAuthClient client, User user, Map<String, Object> variable, List<String> scopes) {
        return Map.of(
                "user", variable,
                "request", Map.of("client_ip", origin.clientIp() == null ? "" : origin.clientIp(), "user_agent", origin.userAgent()),
                "provider", Map.of("pk", client.numPk(), "name", client.providerName()),
                "application", Map.of("name", client.application().name(), "slug", client.application().slug(),
                        "entitlements", entitlements.of(client.application().id(), user)),
                "token", Map.of("scopes", scopes));
    }
}
