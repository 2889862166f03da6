package org.gatehouse.provider.oauth2.token;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import org.gatehouse.provider.oauth2.ConfiguredScope;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.metadata.MetadataContributor;

/** What tokens say, and the endpoints where they are presented. */
@ApplicationScoped
public class TokenMetadata implements MetadataContributor {

    private static final List<String> CLAIMS = List.of("sub", "iss", "aud", "exp", "iat", "auth_time", "acr", "amr", "azp", "nonce", "sid",
            "at_hash", "c_hash", "s_hash", "email", "email_verified", "name", "given_name", "preferred_username", "nickname", "groups");

    @Inject
    private Issuers issuers;

    @Override
    public int order() {
        return 40;
    }

    @Override
    public void contribute(OAuthClient client, JsonObjectBuilder metadata) {
        metadata.add("userinfo_endpoint", issuers.shared("userinfo/"))
                .add("introspection_endpoint", issuers.shared("introspect/"))
                .add("revocation_endpoint", issuers.shared("revoke/"))
                .add("scopes_supported", Json.createArrayBuilder(client.scopes().stream().map(ConfiguredScope::name).distinct().toList()))
                .add("claims_supported", Json.createArrayBuilder(CLAIMS));
    }
}
