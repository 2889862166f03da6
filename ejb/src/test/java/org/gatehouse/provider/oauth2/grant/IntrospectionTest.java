package org.gatehouse.provider.oauth2.grant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.TestClients;
import org.gatehouse.provider.oauth2.protocol.RequestParameters;
import org.gatehouse.provider.oauth2.protocol.TokenRequest;
import org.junit.jupiter.api.Test;

/** RFC 7662. */
class IntrospectionTest {

    private final GrantWorld world = new GrantWorld();
    private final OAuthClient caller = world.client("caller");
    private final OAuthClient trusting = world.client("trusting", 1);

    @Test
    void aTokenIsActiveForItsClientAndThoseThatAreTrusted() {
        assertThat(active("caller", world.accessToken(caller, "email"))).isTrue();
        assertThat(active("caller", world.accessToken(trusting, "email"))).isTrue();
        assertThat(active("trusting", world.accessToken(caller, "email"))).isFalse();
    }

    @Test
    void aTokenWhoseUserThePoliciesRefuseIsNotActive() {
        String token = world.accessToken(caller, "email");
        String entrusted = world.accessToken(trusting, "email");
        world.deniedApplications.add("caller");

        assertThat(active("caller", token)).isFalse();
        assertThat(active("caller", entrusted)).as("the owner's policies count, not the asking client's").isTrue();
        world.deniedApplications.add("trusting");
        assertThat(active("caller", entrusted)).isFalse();
        assertThat(world.seenByPolicies).containsEntry("oauth_client_id", "trusting").containsEntry("oauth_scopes", java.util.List.of("email"));
    }

    private boolean active(String client, String token) {
        Map<String, String[]> form = Map.of("client_id", new String[] {client}, "client_secret", new String[] {TestClients.SECRET},
                "token", new String[] {token});
        return world.introspection().introspect(new TokenRequest(Optional.empty(), new RequestParameters(form))).getBoolean("active");
    }
}
