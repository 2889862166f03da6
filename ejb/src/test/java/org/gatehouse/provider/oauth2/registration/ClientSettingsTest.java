package org.gatehouse.provider.oauth2.registration;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;
import org.gatehouse.provider.oauth2.OAuth2ProviderSettings;
import org.gatehouse.provider.oauth2.TestClients;
import org.gatehouse.type.RecordCodec;
import org.junit.jupiter.api.Test;

class ClientSettingsTest {

    private final RecordCodec codec = new RecordCodec(TestClients.CIPHER);

    @Test
    void putsEachMemberWhereItBelongs() {
        JsonObject document = applied(TestClients.settings().build(), Documents.valid().add("token_endpoint_auth_method", "none")
                .add("post_logout_redirect_uris", Documents.texts("https://app.example.com/bye"))
                .add("frontchannel_logout_uri", "https://app.example.com/fc").add("jwks_uri", "https://app.example.com/jwks")
                .add("contacts", Documents.texts("me@example.com")).add("tos_uri", "https://app.example.com/tos").build());

        OAuth2ProviderSettings settings = codec.fromWire(OAuth2ProviderSettings.class, document);
        assertThat(settings.isPublic()).isTrue();
        assertThat(settings.redirectUris()).extracting("url").containsExactly("https://app.example.com/cb", "https://app.example.com/bye");
        assertThat(settings.logoutUri()).isEqualTo("https://app.example.com/fc");
        assertThat(settings.logoutMethod().wireName()).isEqualTo("frontchannel");
        assertThat(settings.clientAuthentication().jwksUri()).isEqualTo("https://app.example.com/jwks");
        assertThat(settings.registration().contacts()).containsExactly("me@example.com");
        assertThat(settings.registration().tosUri()).isEqualTo("https://app.example.com/tos");
    }

    @Test
    void whatIsLeftOutIsNoLongerRegisteredAndWhatAdministratorsDecidedStays() {
        String parent = java.util.UUID.randomUUID().toString();
        JsonObject before = TestClients.settings().add("access_token_validity", "minutes=7").add("registration", Json.createObjectBuilder()
                .add("client_uri", "https://app.example.com/").add("registered_with", parent)).build();

        JsonObject after = applied(before, Documents.valid().build());

        assertThat(after.getJsonObject("registration").containsKey("client_uri")).isFalse();
        assertThat(after.getJsonObject("registration").getString("registered_with")).isEqualTo(parent);
        assertThat(after.getString("access_token_validity")).isEqualTo("minutes=7");
    }

    @Test
    void noClientSetsWhatIsTheAdministrators() {
        JsonObject after = applied(TestClients.settings().build(), Documents.valid().add("registered_with", "x").add("sub_mode", "user_email")
                .add("access_token_validity", "days=9").add("authorization_flow", "mine").build());

        assertThat(after.getJsonObject("registration").containsKey("registered_with")).isFalse();
        assertThat(after.containsKey("sub_mode")).isFalse();
        assertThat(after.containsKey("access_token_validity")).isFalse();
        assertThat(after.getString("authorization_flow")).isNotEqualTo("mine");
    }

    @Test
    void describesWhatIsRegisteredNowEvenIfAnAdministratorChangedIt() {
        ClientDraft draft = draft(Documents.valid().add("client_uri", "https://app.example.com/").build());
        JsonObject changed = Json.createObjectBuilder(codec.toWire(codec.fromWire(OAuth2ProviderSettings.class,
                applied(TestClients.settings().build(), draft.metadata().members())))).add("redirect_uris",
                TestClients.uris("https://app.example.com/other")).build();
        JsonObject current = codec.toWire(codec.fromWire(OAuth2ProviderSettings.class, withSecret(changed)));

        JsonObject described = ClientSettings.describe(draft.accepted(), current, List.of("authorization_code"));

        assertThat(described.getJsonArray("redirect_uris").getString(0)).isEqualTo("https://app.example.com/other");
        assertThat(described.getString("client_uri")).isEqualTo("https://app.example.com/");
        assertThat(described.getString("token_endpoint_auth_method")).isEqualTo("client_secret_basic");
        assertThat(described.getJsonArray("response_types").getString(0)).isEqualTo("code");
        assertThat(described).doesNotContainKeys("client_secret", "registered_with", "post_logout_redirect_uris");
    }

    private static JsonObject withSecret(JsonObject document) {
        return Json.createObjectBuilder(document).add("client_secret", TestClients.SECRET).build();
    }

    private static JsonObject applied(JsonObject before, JsonObject metadata) {
        ClientDraft draft = draft(metadata);
        return ClientSettings.apply(before, draft.metadata(), draft.grants()).build();
    }

    private static ClientDraft draft(JsonObject metadata) {
        return ClientDraft.of(ClientMetadata.read(metadata), Documents.rules(), Optional.empty());
    }
}
