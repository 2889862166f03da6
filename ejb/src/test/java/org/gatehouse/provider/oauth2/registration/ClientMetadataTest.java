package org.gatehouse.provider.oauth2.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.Optional;
import org.gatehouse.provider.oauth2.GrantType;
import org.gatehouse.provider.oauth2.protocol.OAuthErrorCode;
import org.gatehouse.provider.oauth2.protocol.OAuthRefusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientMetadataTest {

    @Test
    void ignoresWhatItDoesNotKnowAndWhatIsLeftOut() {
        ClientMetadata metadata = ClientMetadata.read(Documents.valid().add("favourite_colour", "red").addNull("client_uri")
                .add("logo_uri", "").add("client_name#de", "Anwendung").add("scope#de", "x").build());

        assertThat(metadata.members().keySet()).containsExactlyInAnyOrder("redirect_uris", "client_name", "client_name#de");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"client_name\": 1}", "{\"client_name\": [\"x\"]}", "{\"contacts\": \"me\"}", "{\"contacts\": [1]}",
            "{\"jwks\": \"x\"}", "{\"default_max_age\": -1}", "{\"default_max_age\": 1.5}", "{\"require_auth_time\": \"true\"}",
            "{\"client_uri\": \"javascript:alert(1)\"}", "{\"logo_uri\": \"data:image/png,x\"}", "{\"tos_uri\": \"not a url\"}",
            "{\"jwks_uri\": \"file:///etc/passwd\"}", "{\"client_name\": \"a\\nb\"}", "{\"policy_uri#de\": \"javascript:x\"}"})
    void refusesValuesOfTheWrongKind(String members) {
        assertRefused(members, OAuthErrorCode.INVALID_CLIENT_METADATA);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"redirect_uris\": \"https://app.example.com/cb\"}", "{\"redirect_uris\": [1]}", "{\"redirect_uris\": []}",
            "{\"redirect_uris\": [\"/cb\"]}", "{\"redirect_uris\": [\"https://app.example.com/cb#x\"]}",
            "{\"redirect_uris\": [\"http://app.example.com/cb\"]}", "{\"redirect_uris\": [\"javascript:alert(1)\"]}",
            "{\"redirect_uris\": [\"com.example.app:/cb\"]}", "{\"redirect_uris\": [\"https://u@app.example.com/cb\"]}",
            "{\"redirect_uris\": [\"https://app.example.com/a/../cb\"]}", "{\"post_logout_redirect_uris\": [\"http://app.example.com/\"]}",
            "{\"response_types\": [\"id_token\"], \"redirect_uris\": [\"http://localhost/cb\"]}",
            "{\"response_types\": [\"id_token\"], \"redirect_uris\": [\"https://localhost/cb\"]}",
            "{\"application_type\": \"native\", \"redirect_uris\": [\"http://app.example.com/cb\"]}"})
    void refusesRedirectUrisThatAreNotTheClients(String members) {
        assertRefused(members, OAuthErrorCode.INVALID_REDIRECT_URI);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"grant_types\": [\"magic\"]}", "{\"grant_types\": [\"hybrid\"]}", "{\"response_types\": [\"code code\"]}",
            "{\"response_types\": [\"magic\"]}", "{\"grant_types\": [\"implicit\"], \"response_types\": [\"code\"]}",
            "{\"grant_types\": [\"authorization_code\"], \"response_types\": [\"code id_token\"]}",
            "{\"grant_types\": [\"authorization_code\"], \"response_types\": [\"token\"]}", "{\"grant_types\": [\"password\"]}",
            "{\"grant_types\": [\"authorization_code\", \"client_credentials\"]}", "{\"application_type\": \"toaster\"}",
            "{\"token_endpoint_auth_method\": \"magic\"}", "{\"client_name\": \"   \"}",
            "{\"jwks\": {\"keys\": []}}", "{\"jwks\": {\"keys\": [{\"kty\": \"oct\", \"k\": \"AAAA\"}]}}",
            "{\"jwks\": {\"keys\": []}, \"jwks_uri\": \"https://app.example.com/jwks\"}"})
    void refusesWhatContradictsItselfOrTheRules(String members) {
        assertRefused(members, OAuthErrorCode.INVALID_CLIENT_METADATA);
    }

    private static void assertRefused(String members, OAuthErrorCode code) {
        JsonObjectBuilder document = Documents.valid();
        try (JsonReader reader = Json.createReader(new StringReader(members))) {
            reader.readObject().forEach(document::add);
        }
        assertThatThrownBy(() -> ClientDraft.of(ClientMetadata.read(document.build()), Documents.rules(), Optional.empty()))
                .isInstanceOfSatisfying(OAuthRefusal.class, refused -> assertThat(refused.error().code()).isEqualTo(code));
    }

    @ParameterizedTest
    @CsvSource({"web,https://app.example.com/cb", "web,http://localhost:8080/cb", "web,http://127.0.0.1/cb", "native,com.example.app:/cb",
            "native,http://localhost/cb", "native,http://[::1]/cb", "native,https://app.example.com/cb"})
    void acceptsRedirectUrisByTheKindOfApplication(String type, String uri) {
        ClientDraft draft = draft(Documents.valid().add("application_type", type).add("redirect_uris", Documents.texts(uri)));

        assertThat(draft.metadata().texts(MetadataName.REDIRECT_URIS)).containsExactly(uri);
    }

    @Test
    void concludesGrantsFromResponseTypesAndTheOtherWayRound() {
        assertThat(draft(Documents.valid()).grants().grants()).containsExactly(GrantType.AUTHORIZATION_CODE);
        assertThat(draft(Documents.valid()).grants().responseTypes()).containsExactly("code");
        assertThat(draft(Documents.valid().add("response_types", Documents.texts("token id_token code"))).grants().grants())
                .containsExactlyInAnyOrder(GrantType.AUTHORIZATION_CODE, GrantType.IMPLICIT, GrantType.HYBRID);
        assertThat(draft(Documents.valid().add("grant_types", Documents.texts("implicit"))).grants().responseTypes())
                .containsExactly("id_token", "id_token token");
        assertThat(GrantsAndResponses.names(draft(Documents.valid().add("response_types", Documents.texts("code id_token"))).grants().grants()))
                .containsExactly("authorization_code", "implicit");
    }

    private static ClientDraft draft(JsonObjectBuilder document) {
        return ClientDraft.of(ClientMetadata.read(document.build()), Documents.rules(), Optional.empty());
    }
}
