package org.gatehouse.provider.oauth2.authorize;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.UUID;
import org.gatehouse.provider.oauth2.TestClients;
import org.gatehouse.provider.oauth2.protocol.RequestedAccess;
import org.gatehouse.type.RecordCodec;
import org.junit.jupiter.api.Test;

class PendingAuthorizationTest {

    @Test
    void survivesTheFlowPlan() {
        RecordCodec codec = new RecordCodec(TestClients.CIPHER);
        PendingAuthorization pending = PendingAuthorization.of(
                AuthorizationChecksTest.request("state", "s", "nonce", "n", "response_type", "code id_token",
                        "response_mode", "form_post", "claims", "{\"id_token\":{\"acr\":{\"essential\":true}}}"),
                UUID.randomUUID(), java.util.List.of("phr"));

        assertThat(codec.fromStored(PendingAuthorization.class, codec.toStored(pending))).isEqualTo(pending);
    }

    @Test
    void isReadFromPlansThatKnowNoResources() {
        RecordCodec codec = new RecordCodec(TestClients.CIPHER);
        PendingAuthorization pending = PendingAuthorization.of(AuthorizationChecksTest.request(), UUID.randomUUID(), java.util.List.of());
        JsonObject old = Json.createObjectBuilder(codec.toStored(pending)).remove("access").build();

        assertThat(codec.fromStored(PendingAuthorization.class, old).access()).isEqualTo(RequestedAccess.NONE);
    }
}
