package org.gatehouse.provider.oauth2.grant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.metadata.MetadataContributor;
import org.gatehouse.provider.oauth2.token.Issuers;

/** The token endpoint: its grants. */
@ApplicationScoped
public class TokenEndpointMetadata implements MetadataContributor {

    @Inject
    private Issuers issuers;

    @Inject
    private SupportedGrants grants;

    @Override
    public int order() {
        return 30;
    }

    @Override
    public void contribute(OAuthClient client, JsonObjectBuilder metadata) {
        metadata.add("token_endpoint", issuers.shared("token/"))
                .add("grant_types_supported", Json.createArrayBuilder(grants.of(client)));
    }
}
