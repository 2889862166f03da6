package org.gatehouse.provider.oauth2.status;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObjectBuilder;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.metadata.MetadataContributor;

/** Where all status lists of a client's tokens are named (Token Status List section 9.1); nothing for clients without. */
@ApplicationScoped
public class StatusListMetadata implements MetadataContributor {

    @Inject
    private StatusLists lists;

    @Override
    public int order() {
        return 55;
    }

    @Override
    public void contribute(OAuthClient client, JsonObjectBuilder metadata) {
        if (client.settings().tokenFormats().statusList()) {
            metadata.add("status_list_aggregation_endpoint", lists.aggregationUri(client));
        }
    }
}
