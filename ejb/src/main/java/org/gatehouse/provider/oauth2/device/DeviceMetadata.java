package org.gatehouse.provider.oauth2.device;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObjectBuilder;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.metadata.MetadataContributor;
import org.gatehouse.provider.oauth2.token.Issuers;

/** Where devices begin (RFC 8628 section 4). */
@ApplicationScoped
public class DeviceMetadata implements MetadataContributor {

    @Inject
    private Issuers issuers;

    @Override
    public int order() {
        return 50;
    }

    @Override
    public void contribute(OAuthClient client, JsonObjectBuilder metadata) {
        metadata.add("device_authorization_endpoint", issuers.shared("device/"));
    }
}
