package org.gatehouse.provider.oauth2.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;

class SharedMetadataTest {

    private static final String SHARED = "https://id.example.com/application/o/";

    @Test
    void namesTheSharedAddressOfWhatIsThereOnce() {
        JsonObject moved = SharedMetadata.moved(document()
                .add("jwks_uri", SHARED + "wiki/jwks/").add("end_session_endpoint", SHARED + "wiki/end-session/")
                .add("token_endpoint", SHARED + "token/").add("something_own", SHARED + "wiki/own/").add("flag", true).build(), "wiki");

        assertThat(moved.getString("jwks_uri")).isEqualTo(SHARED + "jwks/");
        assertThat(moved.getString("end_session_endpoint")).isEqualTo(SHARED + "end-session/");
        assertThat(moved.getString("token_endpoint")).isEqualTo(SHARED + "token/");
        assertThat(moved.getString("something_own")).isEqualTo(SHARED + "wiki/own/");
        assertThat(moved.getBoolean("flag")).isTrue();
    }

    @Test
    void supportsWhatAnyClientMayDoInTheOrderOfTheClients() {
        JsonObject merged = SharedMetadata.merged(List.of(
                document().add("scopes_supported", array("openid", "email")).add("claims_parameter_supported", false).build(),
                document().add("scopes_supported", array("email", "phone")).add("claims_parameter_supported", true).add("only_here", "x").build()));

        assertThat(merged.getJsonArray("scopes_supported")).isEqualTo(array("openid", "email", "phone"));
        assertThat(merged.getBoolean("claims_parameter_supported")).isTrue();
        assertThat(merged.getString("only_here")).isEqualTo("x");
        assertThat(merged.getString("issuer")).isEqualTo("https://id.example.com/");
    }

    @Test
    void requiresOnlyWhatAllClientsHaveToDo() {
        String name = "require_pushed_authorization_requests";
        JsonObject demanding = document().add(name, true).build();

        assertThat(SharedMetadata.merged(List.of(demanding, demanding)).getBoolean(name)).isTrue();
        assertThat(SharedMetadata.merged(List.of(demanding, document().add(name, false).build())).getBoolean(name)).isFalse();
        assertThat(SharedMetadata.merged(List.of(demanding, document().build())).getBoolean(name)).isFalse();
    }

    private static JsonObjectBuilder document() {
        return Json.createObjectBuilder().add("issuer", "https://id.example.com/");
    }

    private static JsonArray array(String... values) {
        return Json.createArrayBuilder(List.of(values)).build();
    }
}
