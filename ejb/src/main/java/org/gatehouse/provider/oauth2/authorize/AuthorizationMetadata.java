package org.gatehouse.provider.oauth2.authorize;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.stream.Stream;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.assurance.AuthenticationContexts;
import org.gatehouse.provider.oauth2.metadata.MetadataContributor;
import org.gatehouse.provider.oauth2.protocol.ResponseMode;
import org.gatehouse.provider.oauth2.protocol.ResponseType;
import org.gatehouse.provider.oauth2.token.Issuers;

/** The authorization endpoint: what may be asked there, and how it answers. */
@ApplicationScoped
public class AuthorizationMetadata implements MetadataContributor {

    @Inject
    private Issuers issuers;

    @Inject
    private AuthenticationContexts contexts;

    @Override
    public int order() {
        return 20;
    }

    @Override
    public void contribute(OAuthClient client, JsonObjectBuilder metadata) {
        metadata.add("authorization_endpoint", issuers.shared("authorize/"))
                .add("response_types_supported", array(Stream.of(ResponseType.values()).filter(client.settings()::allows)
                        .map(ResponseType::wireName)))
                .add("response_modes_supported", array(ResponseMode.names().stream()))
                .add("prompt_values_supported", array(Stream.of("none", "login", "consent", "select_account")))
                .add("acr_values_supported", array(contexts.supported(client).stream()))
                .add("claims_parameter_supported", true)
                .add("authorization_response_iss_parameter_supported", true);
    }

    private static JsonArrayBuilder array(Stream<String> values) {
        return Json.createArrayBuilder(values.toList());
    }
}
