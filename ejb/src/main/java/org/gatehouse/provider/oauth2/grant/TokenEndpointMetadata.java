package org.gatehouse.provider.oauth2.grant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.stream.Stream;
import org.gatehouse.provider.oauth2.GrantType;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.metadata.MetadataContributor;
import org.gatehouse.provider.oauth2.protocol.ResponseType;
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
                .add("grant_types_supported", Json.createArrayBuilder(grantTypes(client)));
    }

    /** Tokens that come with the authorization answer are a grant without the token endpoint (OpenID Connect Discovery 1.0 section 3). */
    private List<String> grantTypes(OAuthClient client) {
        boolean inFront = Stream.of(ResponseType.values()).anyMatch(type -> type.isFrontChannel() && client.settings().allows(type));
        return Stream.concat(grants.of(client).stream(), inFront ? Stream.of(GrantType.IMPLICIT.wireName()) : Stream.empty()).toList();
    }
}
