package org.gatehouse.it.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.openid.connect.sdk.SubjectType;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import jakarta.json.JsonObject;
import java.net.URI;
import java.util.List;
import org.gatehouse.it.GatehouseServer;
import org.gatehouse.it.HttpBrowser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** {@code oidcc-config-certification-test-plan}: what the issuer says of itself, where its address says it is. */
@ExtendWith(GatehouseServer.class)
@DisplayName("oidcc-config-certification-test-plan")
class ConfigPlanIT {

    private GatehouseServer server;
    private OIDCProviderMetadata metadata;

    @BeforeEach
    void setUp(GatehouseServer started) {
        server = started;
        metadata = Suite.on(server).relyingParty(Suite.on(server).first()).metadata();
    }

    @Test
    @DisplayName("oidcc-discovery-endpoint-verification")
    void discoveryEndpointVerification() {
        assertThat(metadata.getIssuer().getValue()).isEqualTo(server.url() + "/");
        for (URI endpoint : List.of(metadata.getAuthorizationEndpointURI(), metadata.getTokenEndpointURI(), metadata.getUserInfoEndpointURI(),
                metadata.getJWKSetURI(), metadata.getEndSessionEndpointURI(), metadata.getIntrospectionEndpointURI(),
                metadata.getRevocationEndpointURI())) {
            assertThat(endpoint.toString()).startsWith(server.url() + "/application/o/");
        }
        assertThat(metadata.getResponseTypes()).contains(new ResponseType("code"));
        assertThat(metadata.getSubjectTypes()).contains(SubjectType.PUBLIC);
        assertThat(metadata.getIDTokenJWSAlgs().toString()).contains("RS256");
        assertThat(metadata.getScopes().toStringList()).contains("openid", "profile", "email", "address", "phone", "offline_access");
        assertThat(metadata.getClaims()).contains("sub", "iss", "aud", "exp", "iat", "auth_time", "nonce");
        assertThat(metadata.getTokenEndpointAuthMethods())
                .contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC, ClientAuthenticationMethod.CLIENT_SECRET_POST);
        assertThat(metadata.supportsAuthorizationResponseIssuerParam()).isTrue();
    }

    @Test
    void bothSpecificationsFindTheSameDocument() {
        String document = server.browser().get("/.well-known/openid-configuration").body();

        assertThat(server.browser().get("/.well-known/oauth-authorization-server").body()).isEqualTo(document);
    }

    @Test
    void theKeysAreThereOnceHoweverManyClientsUseThem() {
        JsonObject keys = HttpBrowser.json(server.browser().get(metadata.getJWKSetURI().toString()));

        assertThat(keys.getJsonArray("keys").stream().map(key -> key.asJsonObject().getString("kid"))).isNotEmpty().doesNotHaveDuplicates();
        assertThat(keys.toString()).doesNotContain("\"d\":");
    }
}
