package org.gatehouse.provider.oauth2.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import org.gatehouse.provider.oauth2.AuthorizationRequestSettings;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.metadata.MetadataContributor;
import org.gatehouse.provider.oauth2.token.Issuers;

/** How requests may come and what they may ask for (OpenID Connect Discovery 1.0 section 3, RFC 9101, RFC 9126 section 5, RFC 9396 section 10). */
@ApplicationScoped
public class RequestMetadata implements MetadataContributor {

    @Inject
    private Issuers issuers;

    @Inject
    private RequestObjectKeys keys;

    @Override
    public int order() {
        return 25;
    }

    @Override
    public void contribute(OAuthClient client, JsonObjectBuilder metadata) {
        AuthorizationRequestSettings settings = client.settings().authorizationRequests();
        metadata.add("pushed_authorization_request_endpoint", issuers.shared("par/"))
                .add("require_pushed_authorization_requests", settings.pushedOnly())
                .add("code_challenge_methods_supported", Json.createArrayBuilder(settings.pkceOnly() ? List.of("S256") : List.of("S256", "plain")))
                .add("request_parameter_supported", true)
                .add("request_uri_parameter_supported", true)
                .add("require_request_uri_registration", true)
                .add("require_signed_request_object", settings.signedOnly())
                .add("request_object_signing_alg_values_supported", Json.createArrayBuilder(RequestObjectAlgorithms.namesFor(client)))
                .add("authorization_details_types_supported", Json.createArrayBuilder(settings.authorizationDetailsTypes()))
                .add("ui_locales_supported", Json.createArrayBuilder(List.of("en", "de")));
        List<String> encryption = keys.encryptionAlgorithms(client);
        if (!encryption.isEmpty()) {
            metadata.add("request_object_encryption_alg_values_supported", Json.createArrayBuilder(encryption))
                    .add("request_object_encryption_enc_values_supported", Json.createArrayBuilder(RequestObjectKeys.contentAlgorithms()));
        }
    }
}
