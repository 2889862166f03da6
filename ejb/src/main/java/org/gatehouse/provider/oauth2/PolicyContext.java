package org.gatehouse.provider.oauth2;

import java.util.List;
import java.util.Map;

/** What the policies of an application get to know about an OAuth request. */
public final class PolicyContext {

    private PolicyContext() {
    }

    /** {@code oauth_scopes}, {@code oauth_grant_type} and {@code oauth_client_id}, by the contract's names. */
    public static Map<String, Object> of(OAuthClient client, List<String> scopes, GrantType grantType) {
        return Map.of("oauth_scopes", scopes, "oauth_grant_type", grantType.wireName(), "oauth_client_id", client.clientId());
    }
}
