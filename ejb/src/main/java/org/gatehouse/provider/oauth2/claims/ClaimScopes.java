package org.gatehouse.provider.oauth2.claims;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The scopes that standard claims belong to (OpenID Connect Core 1.0 section 5.4). A claim that is asked for by name is shown to the user as
 * its scope is, and comes from the scope's mapping; others come from the granted scopes or not at all, so that nothing is told that
 * nobody was asked about.
 */
public final class ClaimScopes {

    private static final Map<String, Set<String>> CLAIMS = Map.of(
            "profile", Set.of("name", "family_name", "given_name", "middle_name", "nickname", "preferred_username", "profile", "picture",
                    "website", "gender", "birthdate", "zoneinfo", "locale", "updated_at", "groups"),
            "email", Set.of("email", "email_verified"),
            "entitlements", Set.of("entitlements", "roles"),
            "address", Set.of("address"),
            "phone", Set.of("phone_number", "phone_number_verified"));

    private ClaimScopes() {
    }

    /** The scopes that these claims belong to, in the order of their names. */
    public static List<String> of(Collection<String> claims) {
        return CLAIMS.entrySet().stream().filter(scope -> scope.getValue().stream().anyMatch(claims::contains))
                .map(Map.Entry::getKey).sorted().toList();
    }
}
