package org.gatehouse.provider.oauth2.authentication;

import com.nimbusds.jose.JWSAlgorithm;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.gatehouse.provider.oauth2.ClientAuthenticationMethod;
import org.gatehouse.provider.oauth2.ClientAuthenticationSettings;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.SecurityProfile;
import org.gatehouse.provider.oauth2.metadata.MetadataContributor;

/**
 * What metadata say about how clients prove who they are, and how tokens are bound (RFC 8414 section 2, RFC 8705 sections 3.3 and 5, RFC
 * 9449 section 5.1). A client sees what it may use itself; one that has registered no method sees all, as another may read for it.
 */
@ApplicationScoped
public class ClientAuthenticationMetadata implements MetadataContributor {

    private static final List<String> ENDPOINTS = List.of("token_endpoint", "introspection_endpoint", "revocation_endpoint");
    private static final List<String> ALIASED = List.of("token_endpoint:token/", "introspection_endpoint:introspect/",
            "revocation_endpoint:revoke/", "device_authorization_endpoint:device/", "pushed_authorization_request_endpoint:par/",
            "userinfo_endpoint:userinfo/");

    /** FAPI 2.0 Security Profile section 5.3.2.1. */
    private static final Set<ClientAuthenticationMethod> FAPI = Set.of(ClientAuthenticationMethod.PRIVATE_KEY_JWT,
            ClientAuthenticationMethod.TLS_CLIENT_AUTH, ClientAuthenticationMethod.SELF_SIGNED_TLS_CLIENT_AUTH);

    @Inject
    @ConfigProperty(name = "gatehouse.mtls-base-url")
    private Optional<String> mtlsBaseUrl = Optional.empty();

    @Override
    public int order() {
        return 35;
    }

    @Override
    public void contribute(OAuthClient client, JsonObjectBuilder metadata) {
        ClientAuthenticationSettings settings = client.settings().clientAuthentication();
        SecurityProfile profile = client.settings().authorizationRequests().securityProfile();
        for (String endpoint : ENDPOINTS) {
            metadata.add(endpoint + "_auth_methods_supported", array(methods(settings, profile, endpoint)))
                    .add(endpoint + "_auth_signing_alg_values_supported", array(algorithms(settings, profile)));
        }
        metadata.add("tls_client_certificate_bound_access_tokens", settings.tlsClientCertificateBoundAccessTokens())
                .add("dpop_signing_alg_values_supported", array(names(profile.clientAlgorithms().stream())));
        mtlsBaseUrl.map(url -> url.replaceAll("/+$", "")).ifPresent(url -> addAliases(metadata, url));
    }

    /** Nobody introspects without proving something. */
    private static List<String> methods(ClientAuthenticationSettings settings, SecurityProfile profile, String endpoint) {
        Stream<ClientAuthenticationMethod> methods = settings.tokenEndpointAuthMethod() == null
                ? Stream.of(ClientAuthenticationMethod.values()) : Stream.of(settings.tokenEndpointAuthMethod());
        return methods.filter(method -> !profile.isFapi() || FAPI.contains(method))
                .filter(method -> method != ClientAuthenticationMethod.NONE || !endpoint.startsWith("introspection"))
                .map(ClientAuthenticationMethod::wireName).toList();
    }

    private static List<String> algorithms(ClientAuthenticationSettings settings, SecurityProfile profile) {
        if (!settings.tokenEndpointAuthSigningAlg().isEmpty()) {
            return List.of(settings.tokenEndpointAuthSigningAlg());
        }
        ClientAuthenticationMethod method = settings.tokenEndpointAuthMethod();
        Stream<JWSAlgorithm> keyed = method == ClientAuthenticationMethod.CLIENT_SECRET_JWT ? Stream.of() : profile.clientAlgorithms().stream();
        Stream<JWSAlgorithm> secret = method == ClientAuthenticationMethod.PRIVATE_KEY_JWT || profile.isFapi() ? Stream.of() : AssertionProof.SECRET_ALGORITHMS.stream();
        return names(Stream.concat(keyed, secret));
    }

    private static void addAliases(JsonObjectBuilder json, String baseUrl) {
        JsonObjectBuilder aliases = Json.createObjectBuilder();
        ALIASED.stream().map(alias -> alias.split(":")).forEach(alias -> aliases.add(alias[0], baseUrl + "/application/o/" + alias[1]));
        json.add("mtls_endpoint_aliases", aliases);
    }

    private static List<String> names(Stream<JWSAlgorithm> algorithms) {
        return algorithms.map(JWSAlgorithm::getName).toList();
    }

    private static JsonArray array(List<String> values) {
        return Json.createArrayBuilder(values).build();
    }
}
