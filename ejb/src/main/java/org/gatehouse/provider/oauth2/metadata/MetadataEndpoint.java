package org.gatehouse.provider.oauth2.metadata;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Optional;
import org.gatehouse.provider.oauth2.ConfiguredScope;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.OAuthClients;
import org.gatehouse.provider.oauth2.grant.SupportedGrants;
import org.gatehouse.provider.oauth2.registration.RegistrationTargets;
import org.gatehouse.provider.oauth2.token.Issuers;
import org.gatehouse.provider.oauth2.token.ProviderKeys;

/** Provider metadata (OpenID Connect Discovery 1.0 section 3, RFC 8414 section 2) and keys (RFC 7517 section 5), by application slug. */
@Stateless
public class MetadataEndpoint {

    @Inject
    private OAuthClients clients;

    @Inject
    private Issuers issuers;

    @Inject
    private ProviderKeys keys;

    @Inject
    private SupportedGrants grants;

    @Inject
    private RegistrationTargets registrations;

    /** The metadata; empty when no such application has an OAuth2 provider. */
    public Optional<JsonObject> metadata(String slug) {
        return clients.findBySlug(slug).map(this::describe);
    }

    /** The JWK set; empty when no such application has an OAuth2 provider. */
    public Optional<String> jwks(String slug) {
        return clients.findBySlug(slug).map(keys::jwks);
    }

    private JsonObject describe(OAuthClient client) {
        JsonObjectBuilder json = Json.createObjectBuilder().add("issuer", issuers.issuer(client));
        addEndpoints(json, client);
        registrations.metadata(client).forEach(json::add);
        return json
                .add("response_types_supported", array(List.of("code")))
                .add("response_modes_supported", array(List.of("query", "form_post")))
                .add("grant_types_supported", array(grants.of(client)))
                .add("subject_types_supported", array(List.of("public")))
                .add("id_token_signing_alg_values_supported", array(List.of(keys.signer(client).algorithm().getName())))
                .add("token_endpoint_auth_methods_supported", array(List.of("client_secret_basic", "client_secret_post", "none")))
                .add("code_challenge_methods_supported", array(List.of("S256", "plain")))
                .add("scopes_supported", array(client.scopes().stream().map(ConfiguredScope::name).distinct().toList()))
                .add("claims_supported", array(List.of("sub", "iss", "aud", "exp", "iat", "auth_time", "acr", "amr", "azp", "nonce", "sid",
                        "at_hash", "email", "email_verified", "name", "given_name", "preferred_username", "nickname", "groups")))
                .add("prompt_values_supported", array(List.of("none", "login", "consent", "select_account")))
                .add("claims_parameter_supported", false)
                .add("request_parameter_supported", false)
                .add("request_uri_parameter_supported", false)
                .add("authorization_response_iss_parameter_supported", true)
                .build();
    }

    private void addEndpoints(JsonObjectBuilder json, OAuthClient client) {
        json.add("authorization_endpoint", issuers.shared("authorize/"))
                .add("token_endpoint", issuers.shared("token/"))
                .add("userinfo_endpoint", issuers.shared("userinfo/"))
                .add("introspection_endpoint", issuers.shared("introspect/"))
                .add("revocation_endpoint", issuers.shared("revoke/"))
                .add("device_authorization_endpoint", issuers.shared("device/"))
                .add("end_session_endpoint", issuers.endpoint(client, "end-session/"))
                .add("jwks_uri", issuers.endpoint(client, "jwks/"));
    }

    private static JsonArray array(List<String> values) {
        return Json.createArrayBuilder(values).build();
    }
}
