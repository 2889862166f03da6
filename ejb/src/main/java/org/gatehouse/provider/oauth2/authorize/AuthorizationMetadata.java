package org.gatehouse.provider.oauth2.authorize;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.metadata.MetadataContributor;
import org.gatehouse.provider.oauth2.token.Issuers;

/** The authorization endpoint: what may be asked there, and how it answers. */
@ApplicationScoped
public class AuthorizationMetadata implements MetadataContributor {

    @Inject
    private Issuers issuers;

    @Override
    public int order() {
        return 20;
    }

    @Override
    public void contribute(OAuthClient client, JsonObjectBuilder metadata) {
        metadata.add("authorization_endpoint", issuers.shared("authorize/"))
                .add("response_types_supported", array("code"))
                .add("response_modes_supported", array("query", "form_post"))
                .add("code_challenge_methods_supported", array("S256", "plain"))
                .add("prompt_values_supported", array("none", "login", "consent", "select_account"))
                .add("claims_parameter_supported", false)
                .add("request_parameter_supported", false)
                .add("request_uri_parameter_supported", false)
                .add("authorization_response_iss_parameter_supported", true);
    }

    private static JsonArrayBuilder array(String... values) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        for (String value : values) {
            array.add(value);
        }
        return array;
    }
}
