package org.gatehouse.provider.oauth2.token;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObjectBuilder;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.metadata.MetadataContributor;

/** Who issues, and with which keys. */
@ApplicationScoped
public class IssuerMetadata implements MetadataContributor {

    @Inject
    private Issuers issuers;

    @Override
    public int order() {
        return 10;
    }

    @Override
    public void contribute(OAuthClient client, JsonObjectBuilder metadata) {
        metadata.add("issuer", issuers.issuer(client)).add("jwks_uri", issuers.endpoint(client, "jwks/"));
    }
}
