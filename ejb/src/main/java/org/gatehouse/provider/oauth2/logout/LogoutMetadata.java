package org.gatehouse.provider.oauth2.logout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObjectBuilder;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.metadata.MetadataContributor;
import org.gatehouse.provider.oauth2.token.Issuers;

/** Where clients log users out (OpenID Connect RP-Initiated Logout 1.0 section 2.1). */
@ApplicationScoped
public class LogoutMetadata implements MetadataContributor {

    @Inject
    private Issuers issuers;

    @Override
    public int order() {
        return 60;
    }

    @Override
    public void contribute(OAuthClient client, JsonObjectBuilder metadata) {
        metadata.add("end_session_endpoint", issuers.endpoint(client, "end-session/"));
    }
}
