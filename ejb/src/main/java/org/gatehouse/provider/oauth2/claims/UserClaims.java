package org.gatehouse.provider.oauth2.claims;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.gatehouse.model.directory.EffectiveGroups;
import org.gatehouse.model.directory.User;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.token.Grant;

/**
 * Which claims about a user go where: those of the granted scopes (OpenID Connect Core 1.0 section 5.4), and those that were asked for one
 * by one (section 5.5) as far as the scopes yield them that they belong to.
 */
@ApplicationScoped
public class UserClaims {

    private ClaimsAssembler assembler;

    /** For the container's proxy. */
    protected UserClaims() {
    }

    @Inject
    public UserClaims(ClaimsAssembler assembler) {
        this.assembler = assembler;
    }

    /** What the userinfo endpoint tells of a user whose groups were read with it. */
    public Map<String, Object> ofUserInfo(OAuthClient client, User user, EffectiveGroups groups, Grant grant) {
        return claims(scopes -> assembler.claims(client, user, groups, scopes), grant.scopes(), grant.claimsRequest().userInfo().keySet(), true);
    }

    /**
     * What an ID token tells.
     *
     * @param only whether there is no access token with which the client could ask for the rest
     */
    public Map<String, Object> ofIdToken(OAuthClient client, User user, Grant grant, boolean only) {
        return claims(scopes -> assembler.claims(client, user, scopes), grant.scopes(), grant.claimsRequest().idToken().keySet(),
                only || client.settings().includeClaimsInIdToken());
    }

    private static Map<String, Object> claims(Function<List<String>, Map<String, Object>> ofScope, List<String> scopes, Set<String> single,
            boolean all) {
        if (!all && single.isEmpty()) {
            return Map.of();
        }
        Map<String, Object> granted = ofScope.apply(scopes);
        Map<String, Object> claims = new LinkedHashMap<>(all ? granted : Map.of());
        Set<String> missing = new LinkedHashSet<>(single);
        missing.removeAll(claims.keySet());
        granted.forEach((name, value) -> addIf(missing.remove(name), claims, name, value));
        List<String> further = ClaimScopes.of(missing).stream().filter(scope -> !scopes.contains(scope)).toList();
        if (!further.isEmpty()) {
            ofScope.apply(further).forEach((name, value) -> addIf(missing.contains(name), claims, name, value));
        }
        return claims;
    }

    private static void addIf(boolean wanted, Map<String, Object> claims, String name, Object value) {
        if (wanted) {
            claims.put(name, value);
        }
    }
}
